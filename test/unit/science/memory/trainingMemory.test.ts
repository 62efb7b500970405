import { describe, expect, it } from "vitest";
import { optimizerStates } from "../../../../server/science/memory/optimizerStates.ts";
import { bytesOf, mixedPrecision, trainingMemory } from "../../../../server/science/memory/trainingMemory.ts";
import { format } from "../known.ts";

const bytes = (state: Parameters<typeof trainingMemory>[0]) =>
  Object.fromEntries(trainingMemory(state).parts.map((one) => [one.part, one.bytes]));

const adam = optimizerStates("adamw");

describe("memory of training", () => {
  it("is 16 bytes a parameter with Adam in mixed precision", () => {
    // ZeRO, Sec. 3.1: 2 + 2 + 12 bytes; 7.5B parameters take 120 GB.
    const { parts, bytes: all, unknown } = mixedPrecision(7.5e9);
    expect(all).toBe(120e9);
    expect(parts.map((one) => one.bytes)).toEqual([15e9, 15e9, 30e9, 60e9]);
    expect(unknown).toEqual([]);
  });

  it("counts the scales of blocks: 4 + 8/16 bits for NVFP4, 8 + 8/32 for MXFP8, 4 + 20/128 for INT4 in groups of 128", () => {
    expect(bytesOf(16e9, format("nvfp4"))).toBe(9e9);
    expect(bytesOf(32e9, format("mxfp8"))).toBe(33e9);
    expect(bytesOf(128e9, format("int4:g128"))).toBe(66.5e9);
  });

  it("has no second copy where master weights have the format of the weights", () => {
    const bf16 = format("bf16");
    const state = {
      parameters: 1e9,
      weights: bf16,
      gradients: bf16,
      masterWeights: bf16,
      optimizerState: bf16,
    };
    expect(bytes({ ...state, ...(adam ? { states: adam } : {}) })).toEqual({
      weights: 2e9,
      gradients: 2e9,
      optimizerState: 4e9,
    });
  });

  it("leaves out what is not known, and says so", () => {
    const { bytes: known, unknown } = trainingMemory({
      parameters: 1e9,
      weights: format("bf16"),
      masterWeights: format("fp32"),
      optimizerState: format("fp32"),
    });
    // 2 + 4 bytes; the states of an unknown optimizer have a format and no number.
    expect(known).toBe(6e9);
    expect(unknown).toEqual(["gradients", "optimizerState"]);
  });

  it("counts Muon's one momentum for matrices and Adam's two for embeddings and output", () => {
    const muon = optimizerStates("Muon");
    if (muon === undefined) throw new Error("Muon is in the table.");
    const state = { parameters: 10e9, optimizerState: format("fp32"), states: muon };
    // 8B × 1 × 4 bytes and 2B × 2 × 4 bytes.
    expect(bytes({ ...state, nonEmbeddingParameters: 8e9 })["optimizerState"]).toBeCloseTo(48e9, 0);
    expect(trainingMemory(state).unknown).toContain("optimizerState");
  });

  it("counts nothing for Adafactor, whose rows and columns are few", () => {
    const adafactor = optimizerStates("adafactor");
    const state = {
      parameters: 1e9,
      masterWeights: format("fp32"),
      ...(adafactor ? { states: adafactor } : {}),
    };
    expect(bytes(state)["optimizerState"]).toBe(0);
  });
});

describe("states of an optimizer by its name", () => {
  it.each([
    ["adamw_torch_fused", 2],
    ["torch.optim.AdamW", 2],
    ["transformer_engine.pytorch.optimizers.fused_adam.FusedAdam", 2],
    ["DeepSpeedCPUAdam", 2],
    ["paged_adamw_8bit", 2],
    ["adam", 2],
    ["adamW", 2],
    ["apex.optimizers.FusedAdamW", 2],
    ["AdEMAMix", 3],
    ["decoupled_adamw", 2],
    ["DecoupledLionW", 1],
    ["lion_8bit", 1],
    ["ademamix", 3],
    ["adafactor", 0],
  ])("%s has %j", (name, states) => {
    expect(optimizerStates(name)?.states).toBe(states);
  });

  it.each([
    "galore_adamw",
    "adam_mini",
    "schedule_free_adamw",
    "sgd",
    "torch.optim.SGD",
    "own",
    "",
    "torch",
    "…",
  ])("%j is not known", (name) => {
    expect(optimizerStates(name)).toBeUndefined();
  });
});
