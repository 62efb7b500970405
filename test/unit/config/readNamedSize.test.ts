import { describe, expect, it } from "vitest";
import { TextDocument } from "vscode-languageserver-textdocument";
import { analyse } from "../../../server/lint/analyse.ts";
import { explainText } from "../../../server/lint/report/explain/explainText.ts";
import { fileReports } from "../../../server/lint/report/formats/jsonReport.ts";
import { PLAIN } from "../../../server/lint/report/Style.ts";
import { hoverAt } from "../../../server/lsp/hoverAt.ts";
import { FULL_HOVER } from "../../hoverOptions.ts";
import { configOf } from "./runOf.ts";

const axolotl = (model: string) => `base_model: ${model}\nmicro_batch_size: 2\nsequence_len: 512\n`;
const runOf = (model: string) => configOf(axolotl(model)).run;

describe("a base model that the catalogue knows", () => {
  it("gives its size with the arithmetic, and its tokens with their source", () => {
    const { facts } = runOf("meta-llama/Llama-2-7b-hf");
    expect(facts.nonEmbeddingParameters).toMatchObject({
      value: 6_476_271_616,
      provenance: "catalogued",
      how: "`meta-llama/Llama-2-7b-hf` is Llama-2-7b-hf: 6,476,271,616 without embeddings, 32 × (4·4096² + 3·4096·11008 + 2·4096) + 4096",
    });
    expect(facts.pretrainingTokens?.how).toBe(
      "`meta-llama/Llama-2-7b-hf` is Llama-2-7b-hf: 2,000,000,000,000 tokens (Touvron et al. 2023, arXiv 2307.09288, Table 1)",
    );
    expect(facts.parameters?.tolerance).toBeUndefined();
  });
});

describe("a base model's name that fits several models", () => {
  it("names both for the tokens where their size is the same", () => {
    const { facts, missing } = runOf("Llama-8B");
    expect(facts.parameters?.value).toBe(8_030_261_248);
    expect(facts.pretrainingTokens).toBeUndefined();
    expect(missing).toContainEqual({
      fact: "pretrainingTokens",
      because: "`base_model: Llama-8B` may be Llama-3-8B or Llama-3.1-8B",
      declare: "pretraining_tokens=…",
    });
  });

  it("names all of them with their sizes where these differ", () => {
    const { facts, missing } = runOf("Mistral-7B");
    expect(facts.parameters).toBeUndefined();
    expect(missing).toContainEqual({
      fact: "parameters",
      because:
        "`base_model: Mistral-7B` may be Mistral-7B-v0.1 (7,241,732,096) or Mistral-7B-v0.2 (7,241,732,096) or Mistral-7B-v0.3 (7,248,023,552)",
      declare: "parameters=…",
    });
  });

  it("leaves the rest to a declaration", () => {
    const { facts, missing } = configOf(`# bitlaw: pretraining_tokens=15T\n${axolotl("Llama-8B")}`).run;
    expect(facts.pretrainingTokens?.value).toBe(15e12);
    expect(missing.map(({ fact }) => fact)).not.toContain("pretrainingTokens");
  });
});

describe("a size that only stands in the name", () => {
  const text = axolotl("acme/thing-7B");
  const analysis = analyse(text, "yaml");

  it("is true to ±10 %, and says so", () => {
    expect(runOf("acme/thing-7B").facts.parameters).toMatchObject({
      value: 7e9,
      tolerance: 0.1,
      how: "7B ±10 %: the size in the name `acme/thing-7B`",
    });
    expect(runOf("google/gemma-2-2b-jpn-it").facts.parameters).toMatchObject({
      value: 2_614_341_888,
      tolerance: 0.1,
      how: "2.61B ±10 %: `google/gemma-2-2b-jpn-it` is named after Gemma-2-2b",
    });
  });

  it.each(["acme/thing-VL-7B", "acme/thing-Vision-7B", "acme/gemma-own-7b", "acme/llava-own-7b"])(
    "is true to ±30 %% where encoders or large embeddings are left out of it: %s",
    (name) => {
      expect(runOf(name).facts.parameters).toMatchObject({
        value: 7e9,
        tolerance: 0.3,
        how: `7B ±30 %: the size in the name \`${name}\``,
      });
    },
  );

  it("keeps its ±10 % in the hover", () => {
    const document = TextDocument.create("file:///train.yaml", "yaml", 1, text);
    const hover = hoverAt(document, analysis, text.indexOf("acme"), FULL_HOVER);
    expect(JSON.stringify(hover?.contents)).toContain("7B ±10 % parameters");
    expect(JSON.stringify(hover?.contents)).toContain("parameters: 7B ±10 % (catalogued)");
  });

  it("keeps it in JSON and in the terminal", () => {
    expect(fileReports("train.yaml", analysis)[0]?.facts["parameters"]).toMatchObject({
      value: 7e9,
      tolerance: 0.1,
    });
    expect(explainText("train.yaml", analysis, PLAIN)).toMatch(/parameters +7B ±10 %/);
  });
});
