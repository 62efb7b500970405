import { describe, expect, it } from "vitest";
import { bytesText, memoryText } from "../../../server/lint/wording/memoryText.ts";
import { mixedPrecision, trainingMemory } from "../../../server/science/memory/trainingMemory.ts";
import { format } from "../science/known.ts";

describe("memory in words", () => {
  it("has bytes a parameter, all of them, and the parts", () => {
    expect(memoryText(mixedPrecision(7e9))).toBe(
      "16 bytes a parameter, 112 GB in all: weights 14 GB (BF16), gradients 14 GB (BF16), master weights 28 GB (FP32), optimizer state 56 GB (2 × FP32)",
    );
  });

  it("says what is not known", () => {
    expect(memoryText(trainingMemory({ parameters: 1e9, weights: format("nvfp4") }))).toBe(
      "at least 0.563 bytes a parameter, 563 MB in all: weights 563 MB (NVFP4); not known: gradients, master weights, optimizer state",
    );
    expect(memoryText(trainingMemory({ parameters: 1e9 }))).toBe("not known");
  });

  it.each([
    [0, "0 B"],
    [999, "999 B"],
    [999.9e6, "1 GB"],
    [1.344e12, "1.34 TB"],
    [2e18, "2,000 PB"],
  ])("writes %j bytes as %s", (bytes, text) => {
    expect(bytesText(bytes)).toBe(text);
  });
});
