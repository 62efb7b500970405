import { describe, expect, it } from "vitest";
import { domainStatus } from "../../../server/science/laws/domainStatus.ts";

const domain = { tokens: [10, 100], bits: [3, 12] } as const;

describe("domainStatus", () => {
  it("is inside at the bounds themselves", () => {
    expect(domainStatus(domain, { tokens: [10, 100], bits: [3, 12] })).toEqual({ inside: true, factors: {} });
  });

  it("gives value / nearest bound outside", () => {
    // 250/100 and 1.5/3.
    expect(domainStatus(domain, { tokens: [250], bits: [1.5] }).factors).toEqual({ tokens: 2.5, bits: 0.5 });
  });

  it("reports the value furthest outside", () => {
    // 24/12 = 2 is nearer than 1/3.
    expect(domainStatus(domain, { bits: [24, 8, 1] }).factors).toEqual({ bits: 1 / 3 });
  });

  it("judges neither variables without a range nor ranges without a value", () => {
    expect(domainStatus(domain, { parameters: [1e30] })).toEqual({ inside: true, factors: {} });
  });
});
