import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { ChoiceFile, ChoiceTarget } from "../../../server/config/dialect/Dialect.ts";
import { DIALECTS } from "../../../server/config/dialect/dialects.ts";
import { conditionHolds } from "../../../server/config/dialect/evaluateSettings.ts";
import { languageOf } from "../../../server/config/document/languageOf.ts";
import type { TrainingConfig } from "../../../server/config/run/TrainingConfig.ts";
import { setKeys } from "../../../server/lint/edits/setKeys.ts";
import { applyEdits } from "../../../server/lint/edits/TextEdit.ts";
import { parseNumberFormat } from "../../../server/science/formats/parseNumberFormat.ts";
import { configOf, valuesOf } from "../config/runOf.ts";

const fixtures = new URL("../../fixtures/", import.meta.url);
const files = readdirSync(fixtures, { recursive: true, encoding: "utf8" })
  .map((name) => name.replaceAll("\\", "/"))
  .filter((name) => /^[\w-]+\/(?:full|partial)\.(?:ya?ml|json|toml)$/.test(name));

/** The facts that a choice of each kind decides; a base model in 16 bits is not a quantized one. */
const DECIDES: Readonly<Record<ChoiceTarget, readonly string[]>> = {
  training: ["weights", "activations"],
  base: ["baseWeights"],
  quantization: ["quantization"],
  masterWeights: ["masterWeights"],
  gradients: ["gradients"],
  optimizerState: ["optimizerState"],
};

const cases = files.flatMap((name) => {
  const text = readFileSync(new URL(name, fixtures), "utf8");
  const config = configOf(text, languageOf(name, text));
  return (Object.entries(config.dialect.choices) as [ChoiceTarget, readonly ChoiceFile[]][])
    .filter(([target]) => target === "training" || DECIDES[target].some((fact) => fact in config.run.facts))
    .flatMap(([target, choices]) =>
      choices
        .filter(({ when }) => conditionHolds(when, config.readings) === true)
        .map((choice) => [name, target, choice.format, choice, config] as const),
    );
});

function expected(config: TrainingConfig, target: ChoiceTarget, { format }: ChoiceFile): string | undefined {
  const filled = format.replace(/\{([\w.]+)\}/g, (_, key: string) => String(config.readings.word(key)));
  const name = parseNumberFormat(filled)?.name;
  return target === "base" && name === "bf16" ? undefined : name;
}

describe("a choice of a dialect, written into a config, is read back as its format", () => {
  it.each(cases)("%s, %s: %s", (name, target, _, choice, config) => {
    const { text } = config.document;
    const edits = setKeys(config, choice.set);
    expect(edits).toBeDefined();
    const again = configOf(applyEdits(text, edits ?? []), languageOf(name, text));
    const values = valuesOf(again);
    const format = expected(again, target, choice);
    if (/^int\d+$/.test(format ?? "")) expect(DECIDES[target].map((fact) => values[fact])).toContain(format);
    else for (const fact of DECIDES[target]) expect([fact, values[fact]]).toEqual([fact, format]);
  });

  it("for every dialect that has any", () => {
    const writing = DIALECTS.filter(({ choices }) => (choices.training?.length ?? 0) > 0).map(({ id }) => id);
    const covered = new Set(cases.map(([, , , , config]) => config.dialect.id));
    expect(writing.filter((id) => !covered.has(id))).toEqual([]);
    expect(writing.length).toBeGreaterThan(0);
  });
});
