import { describe, expect, it } from "vitest";
import { publishedRunText } from "../../../server/lint/wording/publishedRunText.ts";
import { nearestRuns } from "../../../server/science/measurements/nearestRuns.ts";
import type { RecipeSwitch } from "../../../server/science/measurements/RecipeSwitch.ts";
import { format } from "../science/known.ts";

function text(name: string, parameters: number, tokens: number, recipe?: readonly RecipeSwitch[]) {
  const [run] = nearestRuns({ format: format(name), parameters, tokens, ...(recipe ? { recipe } : {}) }, 1);
  return run && publishedRunText(run);
}

describe("a published run in one line", () => {
  it("has sizes, format, wide layers, percentage, reference and source", () => {
    expect(text("nvfp4", 12e9, 10e12)).toBe(
      "12B, 10T tokens, NVFP4, 16 % of the layers in BF16: about +1.5 % against FP8 (NVIDIA 2025)",
    );
  });

  it("says a bound as a bound", () => {
    expect(text("fp8_e4m3:block128", 230e9, 0.9e12)).toBe(
      "230B, 900B tokens, FP8 E4M3, block 128: less than 0.25 % against 16 bits (DeepSeek-AI 2024)",
    );
  });

  it("gives printed losses in nats", () => {
    // arXiv 2510.25602, Table 4: 2.4821 against 2.4794.
    expect(text("mxfp8", 3e9, 200e9)).toBe(
      "3B, 200B tokens, MXFP8: +0.0027 nats against 16 bits (Chen et al. 2025)",
    );
  });

  it("names a last phase in 16 bits, the experts and a backward pass in 16 bits", () => {
    expect(text("nvfp4", 12e9, 10e12, ["16-bit-end"])).toMatch(
      /last phase in 16 bits: about (0 %|\+0\.5 %) against FP8/,
    );
    expect(text("fp8_e4m3:block128", 16e9, 20e12)).toMatch(/^16B, of which 1\.4B for a token, 20T tokens/);
    expect(text("int4:channel", 100e6, 10e9)).toMatch(/INT4, .*, backward pass in 16 bits: \+0\.0/);
  });

  it("says what the source does not state", () => {
    expect(text("mxfp6", 1.5e9, 100e9)).toMatch(/^1\.5B, tokens not stated, MXFP6: \+0\.0100 nats/);
  });
});
