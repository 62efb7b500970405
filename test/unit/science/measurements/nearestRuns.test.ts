import { describe, expect, it } from "vitest";
import { isNear, nearestRuns } from "../../../../server/science/measurements/nearestRuns.ts";
import { format } from "../known.ts";

const nearest = (name: string, parameters: number, tokens: number, count = 3) =>
  nearestRuns({ format: format(name), parameters, tokens }, count);

const ids = (...question: Parameters<typeof nearest>) => nearest(...question).map(({ id }) => id);

describe("nearest published runs", () => {
  it("give a stated percentage in nats, with the loss that it is of", () => {
    // arXiv 2509.25149: 1 to 1.5 % against FP8 at 12B and 10T tokens; 1.5 % of a loss of 1.7 is 0.0255 nats.
    const [run] = nearest("nvfp4", 12e9, 10e12);
    expect(run).toMatchObject({
      parameters: 12e9,
      tokens: 10e12,
      wideShare: 0.16,
      percentOf: { loss: 1.7, from: "figure" },
      isApproximate: true,
      distance: 0,
    });
    expect(run?.gapNats).toBeCloseTo(0.0255, 10);
    expect(run?.boundNats).toBeUndefined();
    expect(run?.reference?.bits).toBe(8);
    expect(run?.citation).toMatch(/^NVIDIA 2025/);
  });

  it("give an upper bound as a bound", () => {
    // arXiv 2412.19437, App. B.1: below 0.25 % for models of 16B and 230B; 0.25 % of 1.88 is 0.0047 nats.
    const [run] = nearest("fp8_e4m3:block128", 671e9, 14.8e12);
    expect(run).toMatchObject({ id: "deepseek-v3-2", parameters: 230e9 });
    expect(run?.boundNats).toBeCloseTo(0.0047, 10);
    expect(run?.gapNats).toBeUndefined();
  });

  it("stand in the very format before those in another scaling of its element, near as these may be", () => {
    // The run of 16B over 20T tokens is nearer than those in MXFP8 of 3B and 1B, but it had blocks of 128.
    expect(ids("mxfp8", 8e9, 15e12, 4)).toEqual([
      "mxfp8-recipes-1",
      "int-vs-fp-3",
      "int-vs-fp-1",
      "ling-2-1",
    ]);
  });

  it("prefer the larger and the longer one of two as far", () => {
    // Halfway in ln N and ln D between the runs of 1B over 100B tokens and of 3B over 200B, as far from both.
    expect(ids("mxfp8", Math.sqrt(1e9 * 3e9), Math.sqrt(100e9 * 200e9), 2)).toEqual([
      "int-vs-fp-3",
      "int-vs-fp-1",
    ]);
  });

  it("are one for each source and size", () => {
    const sizes = nearest("nvfp4", 7e9, 2e12, 20).map(
      ({ citation, parameters }) => `${citation}|${parameters}`,
    );
    expect(new Set(sizes).size).toBe(sizes.length);
  });

  it("have a recipe like the one that is asked about, where the source ran several", () => {
    const question = { format: format("nvfp4"), parameters: 1e9, tokens: 20e9 };
    const withRecipe = (recipe: "4-over-6" | "svd-branch") =>
      nearestRuns({ ...question, recipe: [recipe] }, 1).map((run) => [run.id, run.gapNats?.toFixed(5)]);
    // arXiv 2607.04422: 1.4 % by 4/6 and 0.61 % by LoRA-SVD, of a loss of 2.6.
    expect(withRecipe("4-over-6")).toEqual([["full-stack-fp4-3", "0.03640"]]);
    expect(withRecipe("svd-branch")).toEqual([["full-stack-fp4-4", "0.01586"]]);
  });

  it("end in 16 bits only where that is asked about", () => {
    const question = { format: format("nvfp4"), parameters: 12e9, tokens: 10e12 };
    expect(nearestRuns(question, 9).some(({ recipe }) => recipe?.includes("16-bit-end"))).toBe(false);
    const ended = nearestRuns({ ...question, recipe: ["16-bit-end"] }, 9);
    expect(ended.length).toBeGreaterThan(0);
    expect(ended.every(({ recipe }) => recipe?.includes("16-bit-end"))).toBe(true);
  });

  it("neither diverged nor were cut short, and are in no mixture of formats", () => {
    // The table flags metis-4 (other hyper-parameters), torchao-nvfp4-1 (short), fp4-design-space-4 (unstable).
    const all = nearest("nvfp4", 1e9, 20e9, 999).map(({ id }) => id);
    expect(all).toContain("metis-3");
    for (const id of ["metis-4", "torchao-nvfp4-1", "fp4-design-space-4"]) expect(all).not.toContain(id);
  });

  it("are none for 16 bits, for a format that nobody trained in, and for sizes that are none", () => {
    expect(ids("bf16", 7e9, 2e12)).toEqual([]);
    expect(ids("fp8_e5m2", 7e9, 2e12)).toEqual([]);
    expect(ids("nvfp4", 0, 2e12)).toEqual([]);
    expect(ids("nvfp4", Number.NaN, 2e12)).toEqual([]);
  });

  it("are near within a factor of 30 in N and D together, and never where the tokens are not stated", () => {
    // From 12B and 10T tokens: a factor of 29, and one of 31.
    expect(nearest("nvfp4", 12e9, 290e12).map(isNear)[0]).toBe(true);
    expect(nearest("nvfp4", 12e9, 310e12).map(isNear)[0]).toBe(false);
    const unstated = nearest("fp8_e4m3:tensor", 175e9, 1e12, 9).find(({ tokens }) => tokens === undefined);
    expect(unstated && isNear(unstated)).toBe(false);
  });
});
