import { describe, expect, it } from "vitest";
import { analyse } from "../../../server/lint/analyse.ts";
import { assessmentAt } from "../../../server/lint/assessment/assessmentAt.ts";
import { comparisonReport, lawComparison } from "../../../server/lint/report/explain/lawComparison.ts";
import { publishedLaws } from "../../../server/science/lawFiles/publishedLaws.ts";
import { CONFLICTING, FOREIGN, OVERTRAINED } from "../../protocol/configs.ts";

const QLORA = `# bitlaw: measured=gptq:int4:g128:+0.032
model_name_or_path: meta-llama/Meta-Llama-3-8B
per_device_train_batch_size: 1
learning_rate: 1.0e-4
max_steps: 10
output_dir: o
use_peft: true
load_in_4bit: true
`;

function reportOn(text: string, name = "run.yaml"): string {
  const [assessment] = analyse(text, "yaml").assessments;
  if (assessment === undefined) throw new Error("no run");
  return lawComparison(assessment, name);
}

/** The lines of a section, by its heading. */
function sectionOf(report: string, heading: string): readonly string[] {
  const lines = report.split("\n");
  const start = lines.indexOf(`## ${heading}`);
  const end = lines.findIndex((line, i) => i > start && line.startsWith("## "));
  return start < 0 ? [] : lines.slice(start + 1, end < 0 ? undefined : end);
}

describe("the comparison of laws", () => {
  it.each([
    ["a pre-training run", OVERTRAINED],
    ["a run on a quantized base", QLORA],
    ["a run that no law speaks about", CONFLICTING],
  ])("gives every law a section or a reason, for %s", (_, text) => {
    const report = reportOn(text);
    const silent = sectionOf(report, "Laws that do not apply").join("\n");
    for (const { file } of publishedLaws) {
      const hasSection = sectionOf(report, `\`${file.name}\``).length > 0;
      expect(silent.includes(`\`${file.name}\``), file.name).toBe(!hasSection);
    }
  });

  it("names the law, its paper and its domain with each prediction", () => {
    const report = reportOn(OVERTRAINED);
    const [row] = sectionOf(report, "Predictions").filter((line) => line.startsWith("| `sun-2025`"));
    // 1,000,000 steps × 1,024 × 4,096 tokens
    expect(row).toMatch(/^\| `sun-2025` \| this run \| \+[\d.]+ \| .* tokens .* beyond/);
    const section = sectionOf(report, "`sun-2025`").join("\n");
    expect(section).toContain("(https://arxiv.org/abs/2501.02423");
    expect(section).toContain("and 4.19T tokens.");
  });

  it("has a table of formats for each law, with the run's own in bold", () => {
    const rows = sectionOf(reportOn(OVERTRAINED), "`sun-2025`").filter((line) => line.startsWith("|"));
    expect(rows[0]).toContain("ΔL against 16 bit (`sun-2025`)");
    expect(rows.filter((row) => row.startsWith("| **NVFP4** |"))).toHaveLength(1);
    expect(rows.filter((row) => row.includes("**"))).toHaveLength(1);
    for (const format of ["BF16", "MXFP8", "MXFP4"])
      expect(rows.some((row) => row.startsWith(`| ${format} |`))).toBe(true);
  });

  it("leaves out what a law does not count: sun-2025 has no term for weights after training", () => {
    const report = reportOn(`# bitlaw: quantization=int4\n${OVERTRAINED.replace(/ {2}--fp4.*\n/g, "")}`);
    expect(sectionOf(report, "`sun-2025`").join("\n")).not.toContain("weights after training |");
    expect(sectionOf(report, "`kumar-2024`").join("\n")).toContain("| weights after training |");
  });

  it("says what was measured, and what the method of the base model is", () => {
    const report = reportOn(QLORA);
    expect(sectionOf(report, "Measured on this model")).toContain(
      "- INT4, group 128 by GPTQ: +0.032 nats (declared)",
    );
    expect(report).toContain("| quantization method of the base model | rounding to the nearest value |");
  });

  it("keeps its tables whole whatever a name holds", () => {
    const name = "meta-llama/Meta-Llama-3-8B|<img src=x>\\n# [a](b)";
    const report = reportOn(QLORA.replace("meta-llama/Meta-Llama-3-8B", `"${name}"`), "a|b*c.yaml");
    expect(report).toMatch(/^# Laws compared: a\\\|b\\\*c\.yaml\n/);
    const rows = sectionOf(report, "Facts used").filter((line) => line.startsWith("|"));
    const cells = rows.map((row) => row.split(/(?<!\\)\|/).length);
    expect(new Set(cells)).toEqual(new Set([6]));
    expect(report.split("\n").filter((line) => line.startsWith("# "))).toHaveLength(1);
  });

  it("is one report for each run of a file, and says so of a file without any", () => {
    const both = comparisonReport("runs.yaml", analyse(`${OVERTRAINED}---\n${QLORA}`, "yaml"));
    expect(both).toContain("# Laws compared: runs.yaml, run 1 of 2\n");
    expect(both).toContain("# Laws compared: runs.yaml, run 2 of 2\n");
    expect(comparisonReport("foreign.yaml", analyse(FOREIGN, "yaml"))).toBe(
      "# foreign.yaml\n\nNot a training config that Bitlaw knows.\n",
    );
  });
});

describe("the run at a place", () => {
  const text = `${OVERTRAINED}---\n${QLORA}---\n${FOREIGN}`;
  const analysis = analyse(text, "yaml");
  const dialectAt = (offset: number) => assessmentAt(analysis, offset)?.config.dialect.id;

  it("is the one around it, or the last one before it", () => {
    expect(dialectAt(0)).toBe("megatron-lm");
    expect(dialectAt(text.indexOf("--lr"))).toBe("megatron-lm");
    expect(dialectAt(text.indexOf("load_in_4bit"))).toBe("trl");
    expect(dialectAt(text.length)).toBe("trl");
  });

  it("is none in a foreign file", () => {
    expect(assessmentAt(analyse(FOREIGN, "yaml"), 3)).toBeUndefined();
  });
});

describe("what a law is asked", () => {
  const inputsOf = (text: string, law: string) => {
    const [assessment] = analyse(text, "yaml").assessments;
    const assessed = assessment?.laws.find(({ law: { file } }) => file.name === law);
    return assessed?.applies ? assessed.inputs : undefined;
  };

  it("has the method of the base model and its measured degradations", () => {
    const inputs = inputsOf(QLORA, "kumar-2024");
    expect(inputs?.method).toBe("rtn");
    expect(inputs?.anchors).toMatchObject([
      { method: "gptq", quantization: { name: "int4:g128" }, delta: 0.032, source: "declared" },
    ]);
  });

  it("has the declared method of a planned quantization, and no method where nothing is quantized", () => {
    const plain = OVERTRAINED.replace(/ {2}--fp4.*\n/g, "");
    expect(inputsOf(`# bitlaw: quantization=int4 method=awq\n${plain}`, "kumar-2024")?.method).toBe("awq");
    expect(inputsOf(plain, "kumar-2024")).not.toHaveProperty("method");
  });

  it("has the method of each quantization where the base is loaded in one and another is planned", () => {
    const text = QLORA.replace("measured=", "quantization=int4:g128 method=gptq measured=");
    const [assessment] = analyse(text, "yaml").assessments;
    expect(assessment?.quantizations.map(({ when, inputs }) => [when, inputs.method])).toEqual([
      ["loaded", "rtn"],
      ["planned", "gptq"],
    ]);
  });
});
