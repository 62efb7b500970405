import { describe, expect, it } from "vitest";
import type { ConstraintFile } from "../../../server/config/dialect/Constraint.ts";
import type { DialectFile, EngineFile } from "../../../server/config/dialect/Dialect.ts";
import { DIALECTS } from "../../../server/config/dialect/dialects.ts";
import { inNamesOf } from "../../../server/config/dialect/inNamesOf.ts";
import { analyse } from "../../../server/lint/analyse.ts";

/** A dialect that says both switches of an engine by one number of bits. */
const DIALECT: DialectFile = {
  ...(DIALECTS[0] as DialectFile),
  keys: {
    bits: { paths: ["bits"], type: "number" },
    method: { paths: ["method"], type: "text" },
    half: { paths: ["half"], type: "flag" },
  },
};
const ENGINE: EngineFile = {
  when: { method: ["bnb"] },
  keys: { four: "bits", eight: "bits" },
  words: {
    four: [
      [4, true],
      [8, false],
      [null, false],
    ],
    eight: [
      [8, true],
      [4, false],
      [null, false],
    ],
  },
};
const constraint = (one: Partial<ConstraintFile>): ConstraintFile => ({
  id: "engine-one",
  what: "stops at start",
  because: "it is {eight}",
  source: "a.py:1",
  resolve: [],
  ...one,
});
const own = (one: Partial<ConstraintFile>) => inNamesOf(constraint(one), ENGINE, DIALECT);

describe("A constraint of an engine, for a dialect that says its words otherwise,", () => {
  it("asks for the dialect's words, and only where the engine is in use", () => {
    expect(own({ when: { eight: [true], half: [true] }, key: "eight" })).toMatchObject({
      when: { method: ["bnb"], bits: [8], half: [true] },
      key: ["bits"],
      because: "it is {bits}",
    });
  });

  it("asks for words that are right for each of the engine's keys", () => {
    // Not in 4 bits: 8 or none. Not in 8 bits: 4 or none. Both: none.
    expect(own({ when: { four: [false], eight: [false] } })?.when).toEqual({ method: ["bnb"], bits: [null] });
    expect(own({ when: { four: { not: [true] } } })?.when).toEqual({ method: ["bnb"], bits: [8, null] });
  });

  it("is left out where no word meets it, or it asks for more than words", () => {
    expect(own({ when: { four: [true], eight: [true] } })).toBeUndefined();
    expect(own({ when: { eight: ["auto"] } })).toBeUndefined();
    expect(own({ when: { eight: { stated: true } } })).toBeUndefined();
    expect(own({ when: { anyOf: [{ half: [true] }, { eight: ["auto"] }] } })).toBeUndefined();
  });

  it("leads out by words that are right for each of the engine's keys", () => {
    const resolve: ConstraintFile["resolve"] = [
      { eight: false, four: true },
      { eight: false },
      { eight: true, four: true },
    ];
    // From 8 bits: 4 bits; of the words for "not in 8 bits" the first; in 8 and in 4 bits there is no word.
    expect(own({ when: { eight: [true] }, resolve })?.resolve).toEqual([{ bits: 4 }, { bits: 4 }]);
  });
});

describe("LLaMA-Factory", () => {
  const text = (lines: string) =>
    `model_name_or_path: Qwen/Qwen2.5-7B-Instruct\nstage: sft\nfinetuning_type: lora\ntemplate: qwen\ndataset: letters\n${lines}`;
  const found = (lines: string) =>
    analyse(text(lines), "yaml").findings.flatMap(({ constraint: id }) => (id === undefined ? [] : [id]));

  it("hears of bitsandbytes where bitsandbytes quantizes", () => {
    expect(found("bf16: true\nquantization_bit: 8\n")).toContain("bnb-int8-products-in-fp16");
    expect(found("bf16: true\nquantization_bit: 8\nquantization_method: hqq\n")).not.toContain(
      "bnb-int8-products-in-fp16",
    );
    expect(found("bf16: true\nquantization_bit: 4\n")).not.toContain("bnb-int8-products-in-fp16");
  });
});

describe("FP16 for a family that overflows it", () => {
  it("is one finding, and the more severe one", () => {
    const text =
      "model_name_or_path: google/gemma-3-4b-it\nper_device_train_batch_size: 2\nlearning_rate: 2.0e-5\noutput_dir: out\nfp16: true\n";
    const found = analyse(text, "yaml").findings.filter(({ constraint: id }) => id !== undefined);
    expect(found.map(({ constraint: id, severity }) => [id, severity])).toEqual([
      ["amp-fp16-family", "warning"],
    ]);
  });
});
