import { describe, expect, it } from "vitest";
import type { AcceptedFile } from "../../../server/config/dialect/Constraint.ts";
import { nearestAccepted, type Seen } from "../../../server/config/dialect/constraintHolds.ts";
import { analyse } from "../../../server/lint/analyse.ts";

const ROWS: readonly AcceptedFile[] = [
  { name: "narrow", when: { bits: [4], scale: ["group"], signed: [true] } },
  { name: "wide", when: { bits: [8], anyOf: [{ scale: ["channel"] }, { scale: ["tensor"] }] } },
];

const OPEN: Seen = { word: undefined, stated: true, type: undefined };

function near(values: Readonly<Record<string, string | number | boolean | Seen>>) {
  const see = (name: string): Seen | undefined => {
    const value = values[name];
    if (value === undefined || typeof value === "object") return value;
    return { word: value, stated: true, type: typeof value === "number" ? "integer" : "text" };
  };
  const nearest = nearestAccepted(ROWS, see);
  return nearest && [nearest.row.name, nearest.differing];
}

describe("A table of what is accepted", () => {
  it("says nothing where one row holds", () => {
    expect(near({ bits: 4, scale: "group", signed: true })).toBeUndefined();
    expect(near({ bits: 8, scale: "tensor", signed: false })).toBeUndefined();
  });

  it("says nothing where a row is not decided", () => {
    expect(near({ bits: OPEN, scale: "group", signed: true })).toBeUndefined();
    expect(near({ bits: 4, scale: "group" })).toBeUndefined();
  });

  it("names the row that is met furthest, and the keys that differ", () => {
    expect(near({ bits: 4, scale: "group", signed: false })).toEqual(["narrow", ["signed"]]);
    expect(near({ bits: 8, scale: "block", signed: false })).toEqual(["wide", ["scale", "scale"]]);
  });

  it("names the first of two that are as near", () => {
    // Both differ in the first that they ask for.
    expect(near({ bits: 2, scale: "group", signed: true })).toEqual(["narrow", ["bits"]]);
  });
});

/** The line of a place, without its indent and comma. */
const lineAt = (text: string, start: number) =>
  text
    .slice(text.lastIndexOf("\n", start) + 1)
    .split("\n")[0]
    ?.replace(/,$/, "")
    .trim();

type Arguments = Readonly<Record<string, unknown>>;

function scheme(weights: Arguments, input_activations: Arguments | undefined, constraint: string) {
  const group = { targets: ["Linear"], weights, ...(input_activations ? { input_activations } : {}) };
  const text = JSON.stringify(
    {
      quant_method: "compressed-tensors",
      config_groups: { group_0: group },
      quantization_status: "compressed",
    },
    null,
    1,
  );
  const found = analyse(text, "json").findings.find((one) => one.constraint === constraint);
  return found && [lineAt(text, found.span.start), found.message, found.fixes.length];
}

const INT4: Arguments = {
  num_bits: 4,
  type: "int",
  strategy: "group",
  group_size: 64,
  symmetric: true,
  dynamic: false,
};
const INT8: Arguments = { num_bits: 8, type: "int", strategy: "channel", symmetric: true, dynamic: false };
const FP8: Arguments = { ...INT8, type: "float" };
const FP4: Arguments = {
  num_bits: 4,
  type: "float",
  strategy: "tensor_group",
  group_size: 16,
  symmetric: true,
  dynamic: false,
};
const MXFP4: Arguments = { ...FP4, strategy: "group", group_size: 32 };
const BY_TOKEN: Arguments = { num_bits: 8, type: "int", strategy: "token", symmetric: true, dynamic: true };
const FP8_BY_TOKEN: Arguments = { ...BY_TOKEN, type: "float" };
const BLOCK: Arguments = { ...FP8, strategy: "block", block_structure: [128, 128] };
const FP8_BY_GROUP: Arguments = { ...FP8_BY_TOKEN, strategy: "group", group_size: 128 };

// vllm/model_executor/layers/quantization/compressed_tensors/compressed_tensors.py, _get_scheme_from_parts and the tests that it calls.
describe("The schemes of vLLM", () => {
  it.each<[string, Arguments, Arguments | undefined]>([
    ["W4A16 by group", INT4, undefined],
    ["W4A16 with zero points", { ...INT4, symmetric: false }, undefined],
    ["W8A8 in INT8", INT8, BY_TOKEN],
    ["W8A8 with asymmetric activations", INT8, { ...BY_TOKEN, symmetric: false }],
    ["W8A8 with static activations", INT8, { ...BY_TOKEN, strategy: "tensor", dynamic: false }],
    ["W4A8 by group", INT4, BY_TOKEN],
    ["W8A8 in FP8", FP8, FP8_BY_TOKEN],
    ["FP8 weights alone", FP8, undefined],
    ["FP8 in blocks", BLOCK, FP8_BY_GROUP],
    ["NVFP4", FP4, { ...FP4, dynamic: "local" }],
    ["NVFP4 weights alone", FP4, undefined],
    ["MXFP4", MXFP4, undefined],
    ["MXFP8", { ...FP8, strategy: "group", group_size: 32, scale_dtype: "torch.uint8" }, undefined],
  ])("take %s", (_, weights, activations) => {
    expect(scheme(weights, activations, "vllm-scheme")).toBeUndefined();
  });

  it.each<[string, Arguments, Arguments | undefined, string, string]>([
    ["INT8 by group beside INT8", { ...INT4, num_bits: 8 }, BY_TOKEN, '"strategy": "group"', "INT8"],
    [
      "integers with one scale",
      { ...INT8, strategy: "tensor" },
      undefined,
      '"strategy": "tensor"',
      "INT4 or INT8 weights",
    ],
    [
      "INT8 with zero points",
      { ...INT8, symmetric: false },
      { ...BY_TOKEN, symmetric: false },
      '"symmetric": false',
      "INT8",
    ],
    ["FP8 with zero points", { ...FP8, symmetric: false }, FP8_BY_TOKEN, '"symmetric": false', "FP8"],
    [
      "FP8 weights by token",
      { ...FP8, strategy: "token", dynamic: true },
      FP8_BY_TOKEN,
      '"strategy": "token"',
      "FP8",
    ],
    ["NVFP4 in groups of 64", { ...FP4, group_size: 64 }, undefined, '"group_size": 64', "NVFP4"],
    ["NVFP4 with FP8 activations", FP4, FP8_BY_TOKEN, '"input_activations": {', "NVFP4"],
    ["MXFP4 in groups of 64", { ...MXFP4, group_size: 64 }, undefined, '"group_size": 64', "MXFP4"],
  ])("do not take %s", (_, weights, activations, place, nearest) => {
    const [at, message] = scheme(weights, activations, "vllm-scheme") ?? [];
    expect(at).toBe(place);
    expect(message).toContain(`the nearest is ${nearest}`);
  });
});
