import { describe, expect, it } from "vitest";
import { verifiedFixes } from "../../../server/lint/actions/verifiedFixes.ts";
import { analyse } from "../../../server/lint/analyse.ts";
import { assessmentAt } from "../../../server/lint/assessment/assessmentAt.ts";
import { explainText } from "../../../server/lint/report/explain/explainText.ts";
import { lawComparison } from "../../../server/lint/report/explain/lawComparison.ts";
import { fileReports } from "../../../server/lint/report/formats/jsonReport.ts";
import { runMarkdown } from "../../../server/lint/report/hover/runMarkdown.ts";
import { PLAIN } from "../../../server/lint/report/Style.ts";
import { assessed, quantizedBase } from "./quantizedBase.ts";

/** QLoRA on a base model, whose result will be quantized by GPTQ. */
const PLAN = quantizedBase("meta-llama/Llama-2-7b-hf", "# bitlaw: quantization=int4:g128 method=gptq\n");

/** "INT4, group 64 gptq" of each alternative. */
function alternativesOf(text: string, when: "planned" | "loaded"): readonly string[] {
  const found = assessed(text).quantizations.find((one) => one.when === when);
  return (found?.alternatives ?? []).map(({ format, method }) => `${format.label} ${method ?? "open"}`);
}

const SWIFT = `model: meta-llama/Llama-2-7b-hf
quant_method: gptq
quant_bits: 3
group_size: 128
dataset: [d]
`;

describe("what a planned quantization is compared with", () => {
  it("is 4 bits in every usual group, other widths, and other methods, where only a comment declares it", () => {
    expect(alternativesOf(PLAN, "planned")).toEqual([
      "INT8, group 128 gptq",
      "INT4, group 32 gptq",
      "INT4, group 64 gptq",
      "INT4, group 128 awq",
      "INT4, group 128 learned",
      "INT4, group 128 rtn",
      "INT4, per channel gptq",
      "INT3, group 128 gptq",
    ]);
  });

  it("is what the tool can write, where the file names the tool: ms-swift has GPTQ and AWQ with a group size", () => {
    expect(alternativesOf(SWIFT, "planned")).toEqual([
      "INT8, group 128 gptq",
      "INT4, group 32 gptq",
      "INT4, group 64 gptq",
      "INT4, group 128 gptq",
      "INT4, group 128 awq",
      "INT4, per channel gptq",
    ]);
  });

  it("is groups of 128 alone for the export of LLaMA-Factory, which has no other", () => {
    const text = `model_name_or_path: meta-llama/Llama-2-7b-hf
template: llama2
export_dir: out
export_quantization_bit: 3
export_quantization_dataset: c4
`;
    expect(alternativesOf(text, "planned")).toEqual(["INT8, group 128 gptq", "INT4, group 128 gptq"]);
  });

  it("costs less in finer groups, and by a method that looks at data", () => {
    const [plan] = assessed(PLAN).quantizations.filter(({ when }) => when === "planned");
    const delta = (label: string, method: string) =>
      plan?.alternatives.find((one) => one.format.label === label && one.method === method)?.prediction
        .delta ?? Number.NaN;
    expect(delta("INT4, group 32", "gptq")).toBeLessThan(delta("INT4, group 64", "gptq"));
    expect(delta("INT4, group 64", "gptq")).toBeLessThan(delta("INT4, per channel", "gptq"));
    expect(delta("INT4, group 128", "awq")).toBeLessThan(delta("INT4, group 128", "rtn"));
  });
});

describe("what a base model is compared with as it is loaded", () => {
  it("is what bitsandbytes can load: 8 bits, and never 6", () => {
    expect(alternativesOf(PLAN, "loaded")).toEqual(["INT8, per channel rtn"]);
  });
});

describe("a plan to load a base in 4 bits and to quantize the result", () => {
  const analysis = analyse(PLAN, "yaml");
  const [assessment] = analysis.assessments;
  if (assessment === undefined) throw new Error("no run");
  const [loaded, planned] = assessment.quantizations;

  it("has both costs", () => {
    expect([loaded?.when, loaded?.current.format.label]).toEqual(["loaded", "NF4"]);
    expect([planned?.when, planned?.current.format.label]).toEqual(["planned", "INT4, group 128"]);
    expect(loaded?.current.prediction.delta).toBeGreaterThan(0);
    expect(planned?.current.prediction.delta).not.toBe(loaded?.current.prediction.delta);
  });

  it.each([
    ["explain", () => explainText("run.yaml", analysis, PLAIN)],
    ["the report", () => lawComparison(assessment, "run.yaml")],
    [
      "a hover",
      () => {
        const start = PLAN.indexOf("true", PLAN.indexOf("load_in_4bit"));
        const at = assessmentAt(analysis, start) ?? assessment;
        const style = { ruleUri: () => undefined, images: false };
        return runMarkdown(at, { start, end: start + 4 }, [], style);
      },
    ],
  ])("shows them in %s", (_, textOf) => {
    const text = textOf();
    for (const words of [
      "base model as loaded",
      "weights after training",
      "INT4, group 64",
      "learned rounding",
    ])
      expect(text).toContain(words);
    // Both rows of the run itself, with the words of their method.
    expect(text).toMatch(/(?:>|\*\*)\W*NF4\W+round to nearest/);
    expect(text).toMatch(/(?:>|\*\*)\W*INT4, group 128\W+GPTQ/);
  });

  it("has them in JSON", () => {
    const [report] = fileReports("run.yaml", analysis);
    expect(report?.quantizations.map(({ when, format, method }) => [when, format, method])).toEqual([
      ["loaded", "nf4", "rtn"],
      ["planned", "int4:g128", "gptq"],
    ]);
    expect(report?.quantizations[0]?.alternatives.map(({ writable }) => writable)).toEqual([true]);
  });
});

describe("a fix", () => {
  const RECIPE = `# bitlaw: non_embedding_parameters=6.98B parameters=8.03B pretraining_tokens=1T
stage:
  quantization_modifiers:
    GPTQModifier:
      ignore: [lm_head]
      config_groups:
        group_0:
          targets: [Linear]
          weights: { num_bits: 3, type: int, symmetric: true, strategy: group, group_size: 128 }
`;

  it.each([
    ["ms-swift", SWIFT.replace("Llama-2-7b-hf", "Llama-2-7b"), "quant_bits: 4"],
    ["llm-compressor", RECIPE, "num_bits: 4"],
  ])("writes the width first, in the keys of %s", (_, text, written) => {
    const analysis = analyse(text, "yaml");
    const finding = analysis.findings.find(({ rule }) => rule === "sub-4-bit-quantization");
    if (finding === undefined) throw new Error("no finding");
    const [first] = verifiedFixes(analysis, finding);
    const [edit] = first?.edits ?? [];
    if (edit === undefined) throw new Error("no edit");
    const after = text.slice(0, edit.span.start) + edit.newText + text.slice(edit.span.end);
    expect(after).toContain(written);
    expect(after).toContain("group_size: 128");
  });

  it("writes another method beside the format where a comment declares both", () => {
    const text =
      "# bitlaw: quantization=int3:g128 method=rtn parameters=1.3B non_embedding_parameters=1.2B\n".concat(
        "max_seq_len: 2048\nmodel:\n  name: mpt_causal_lm\n  d_model: 2048\n  n_heads: 16\n  n_layers: 24\n",
        "max_duration: 1200000ba\nglobal_train_batch_size: 1024\nprecision: amp_bf16\n",
      );
    const [assessment] = analyse(text, "yaml").assessments;
    const [plan] = assessment?.quantizations ?? [];
    const gptq = plan?.alternatives.find(({ method }) => method === "gptq");
    expect(gptq?.format.label).toBe("INT3, group 128");
    expect(gptq?.prediction.delta).toBeLessThan(plan?.current.prediction.delta ?? 0);
  });
});
