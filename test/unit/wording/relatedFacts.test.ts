import { describe, expect, it } from "vitest";
import type { Fact } from "../../../server/config/run/TrainingRun.ts";
import { relatedFacts } from "../../../server/lint/wording/relatedFacts.ts";

const at = (start: number) => ({ start, end: start + 1 });
const fact = (value: number): Fact<number> => ({ value, provenance: "stated", how: "", at: [at(10)] });

describe("A fact behind a finding, at its own place", () => {
  it.each([
    [0.000002, "2e-6"],
    [0.0003, "3e-4"],
    [0.02, "0.02"],
    [2048, "2.05k"],
    [7_000_000_000, "7B"],
  ])("shows %d as %s", (value, text) => {
    expect(relatedFacts(at(0), [["Value", fact(value)]])).toEqual([
      { span: at(10), message: `Value: ${text}` },
    ]);
  });
});
