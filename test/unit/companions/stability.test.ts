import { describe, expect, it } from "vitest";
import { TextDocument } from "vscode-languageserver-textdocument";
import { analyse } from "../../../server/lint/analyse.ts";
import { hoverAt } from "../../../server/lsp/hoverAt.ts";
import { FULL_HOVER } from "../../hoverOptions.ts";
import { workspaceOf } from "../../workspaceOf.ts";

/** A pre-training run of nanotron in E5M2, which is known to train less robustly. */
const RUN = `# bitlaw: weights=fp8_e5m2:tensor activations=fp8_e5m2:tensor
general:
  project: fork
  run: e5m2
  seed: 6
model:
  model_config:
    hidden_size: 1024
    intermediate_size: 2816
    num_attention_heads: 16
    num_hidden_layers: 24
    num_key_value_heads: 16
    vocab_size: 49152
optimizer:
  learning_rate_scheduler:
    learning_rate: 0.0006
parallelism:
  dp: 32
  pp: 1
  tp: 1
tokens:
  batch_accumulation_per_replica: 2
  micro_batch_size: 16
  sequence_length: 2048
  train_steps: 24000
`;

/** What `bitlaw stability --save` writes, as far as the editor reads it. */
function report(verdict: string, failed: number, format = "fp8_e5m2") {
  const comparison = {
    verdict,
    runs: 6,
    failed,
    baselineRuns: 6,
    baselineFailed: 0,
    fisher: { oneSided: 0.0303, twoSided: 0.0606 },
  };
  const formats = [
    { format: "bf16", comparison: null },
    { format, comparison },
  ];
  return JSON.stringify({ version: 1, baseline: "bf16", formats });
}

function found(reports: Readonly<Record<string, string>>) {
  const files = Object.fromEntries(
    Object.entries(reports).map(([name, text]) => [`.bitlaw/stability/${name}`, text]),
  );
  const workspace = workspaceOf({ "runs/own.yaml": RUN, ...files }, "runs/own.yaml");
  return analyse(RUN, "yaml", { workspace }).findings.filter(({ rule }) => rule === "unstable-format");
}

describe("the hover of a run", () => {
  it("shows what a stability report of the workspace measured", () => {
    const files = { "runs/own.yaml": RUN, ".bitlaw/stability/a.json": report("undecided", 1) };
    const analysis = analyse(RUN, "yaml", { workspace: workspaceOf(files, "runs/own.yaml") });
    const document = TextDocument.create("file:///runs/own.yaml", "yaml", 0, RUN);
    const hover = hoverAt(document, analysis, RUN.indexOf("24000"), FULL_HOVER);
    expect(JSON.stringify(hover?.contents)).toMatch(
      /\*\*measured\*\*: 1 of 6 runs in FP8 E5M2 failed, 0 of 6 in BF16 .*undecided, in \.bitlaw\/stability\/a\.json/,
    );
  });
});

describe("unstable-format in a workspace with stability reports", () => {
  it("rests on what is known in general where there is none, or none about the format", () => {
    const [finding] = found({});
    expect(finding?.severity).toBe("information");
    expect(finding?.message).not.toContain("Measured here");
    expect(found({ "a.json": report("as robust", 0, "mxfp8") })).toEqual(found({}));
  });

  it("is silent where the format was as robust as the wide one", () => {
    expect(found({ "a.json": report("as robust", 0) })).toEqual([]);
  });

  it("keeps the general finding where the format was as robust as another narrow one", () => {
    const narrow = report("as robust", 0).replaceAll('"bf16"', '"fp8_e4m3"');
    const [finding] = found({ "a.json": narrow });
    expect(finding?.severity).toBe("information");
    expect(finding?.message).toMatch(/^FP8 E5M2.* has 2 mantissa bits .*Measured here: .*as robust/s);
  });

  it("warns where it was less robust, with the runs and the report", () => {
    const [finding, ...others] = found({ "a.json": report("less robust", 5) });
    expect(others).toEqual([]);
    expect(finding?.severity).toBe("warning");
    expect(finding?.message).toBe(
      "Measured here: 5 of 6 runs in FP8 E5M2 failed, 0 of 6 in BF16 (Fisher's exact test: p = 0.03): less robust " +
        "(`.bitlaw/stability/a.json`). Train in BF16, or find out what makes these runs fail.",
    );
  });

  it("adds to the general finding what is undecided", () => {
    const [finding] = found({ "a.json": report("undecided", 1) });
    expect(finding?.severity).toBe("information");
    expect(finding?.message).toMatch(
      /^FP8 E5M2.* has 2 mantissa bits .*Measured here: 1 of 6 runs .* undecided/s,
    );
  });

  it("takes the worse of two reports", () => {
    const both = { "a.json": report("as robust", 0), "b.json": report("less robust", 5) };
    expect(found(both)[0]?.message).toContain("b.json");
  });

  it.each(["", "{", "[]", '{"version":2}', '{"version":1,"baseline":"bf16","formats":[null,{"format":7}]}'])(
    "passes over a file that is no report: %s",
    (text) => {
      expect(found({ "a.json": text })).toEqual(found({}));
    },
  );
});
