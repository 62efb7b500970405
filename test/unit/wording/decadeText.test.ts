import { expect, it } from "vitest";
import { decadeText } from "../../../server/lint/wording/decadeText.ts";

it("says the power of ten in words, rounded down", () => {
  expect(decadeText(2.35e11)).toBe("hundreds of billions");
  expect(decadeText(1.9e10)).toBe("tens of billions");
  expect(decadeText(9.99e12)).toBe("trillions");
  expect(decadeText(4e6)).toBe("millions");
});

it("has no words for what is below a thousand or beyond quadrillions", () => {
  expect(decadeText(20)).toBe("about 10^1");
  expect(decadeText(3e20)).toBe("about 10^20");
});
