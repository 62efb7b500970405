import type { Fact, Facts } from "../../config/run/TrainingRun.ts";
import type { NumberFormat } from "../../science/formats/NumberFormat.ts";
import { parseNumberFormat } from "../../science/formats/parseNumberFormat.ts";
import type { Assessment } from "../assessment/Assessment.ts";
import { choicesFor } from "../assessment/choicesFor.ts";
import { setKeys } from "../edits/setKeys.ts";
import type { Fix } from "../Finding.ts";
import type { RawFinding, Rule } from "./Rule.ts";

/** Tensors that are trained in a format of their own, with the name people give them. */
export const TRAINED_TENSORS = [
  ["weights", "Weights"],
  ["activations", "Activations"],
  ["kvCache", "The KV cache"],
] as const satisfies readonly (readonly [keyof Facts, string])[];

/** Training below 4 bits: Kumar et al. 2024, Sec. 4, and the instability below it. */
export const sub4BitTraining: Rule = {
  name: "sub-4-bit-training",
  summary: "Weights, activations or KV cache trained in fewer than 4 bits",
  severity: "warning",
  category: "prediction",
  check(assessment) {
    const { facts } = assessment.config.run;
    const found = new Map<number, RawFinding>();
    for (const [name, label] of TRAINED_TENSORS) {
      const fact = facts[name];
      const span = fact?.at[0];
      if (!fact || !span || fact.value.bits >= 4 || found.has(span.start)) continue;
      found.set(span.start, { span, message: messageFor(label, fact), fixes: widerFixes(assessment, fact) });
    }
    return [...found.values()];
  },
};

function messageFor(label: string, { value }: Fact<NumberFormat>): string {
  return (
    `${label} ${label === "The KV cache" ? "is" : "are"} trained in ${value.label}, below 4 bits: at 4 bits and below the model must grow more than ` +
    "4× to hold the loss, and activations and the KV cache often stop training at 3. Train in 4 bits or more. `kumar-2024`, Sec. 4."
  );
}

/** Fixes that raise a format to at least 4 bits, the narrowest first. */
export function widerFixes(assessment: Assessment, fact: Fact<NumberFormat>): readonly Fix[] {
  const declared = fact.provenance === "declared" ? declaredFixes(fact) : [];
  const written = choicesFor(assessment.config, "training").flatMap((choice) => {
    const format = parseNumberFormat(choice.format);
    const edits =
      format && format.bits >= 4 && format.kind === fact.value.kind
        ? setKeys(assessment.config, choice.set)
        : undefined;
    return format && edits && edits.length > 0
      ? [{ format, fix: { title: `Train in ${format.label}`, edits, safe: false } }]
      : [];
  });
  const fixes = [...declared, ...written].sort((a, b) => a.format.bits - b.format.bits).map(({ fix }) => fix);
  const [first, ...rest] = fixes;
  return first ? [{ ...first, preferred: true }, ...rest] : [];
}

function declaredFixes({ at, value }: Fact<NumberFormat>): readonly { format: NumberFormat; fix: Fix }[] {
  const names = value.kind === "float" ? ["fp8_e4m3", "bf16"] : ["int4", "int8", "bf16"];
  return names.flatMap((name) => {
    const format = parseNumberFormat(name);
    const span = at[0];
    return format && span
      ? [
          {
            format,
            fix: { title: `Train in ${format.label}`, edits: [{ span, newText: name }], safe: false },
          },
        ]
      : [];
  });
}
