import {
  type Accelerator,
  architectureText,
  hardwareNamed,
  supportsFormat,
} from "../../config/run/hardware.ts";
import type { Fact } from "../../config/run/TrainingRun.ts";
import type { NumberFormat } from "../../science/formats/NumberFormat.ts";
import { parseNumberFormat } from "../../science/formats/parseNumberFormat.ts";
import type { Assessment } from "../assessment/Assessment.ts";
import { choicesFor } from "../assessment/standardFormats.ts";
import { setKeys } from "../edits/setKeys.ts";
import type { Fix } from "../Finding.ts";
import { relatedFacts } from "../wording/relatedFacts.ts";
import type { Rule } from "./Rule.ts";

/** A training format that the accelerator, declared or named in the config, does not multiply in. */
export const unsupportedFormat: Rule = {
  name: "unsupported-format",
  summary: "A training format that the hardware does not have",
  severity: "error",
  category: "contradiction",
  fix: "changes the run",
  check(assessment) {
    const { weights, activations, hardware } = assessment.config.run.facts;
    const accelerator = hardware && hardwareNamed(hardware.value);
    const { known } = assessment.config.properties;
    if (!accelerator || known.get("anyHardware")?.value === true) return [];
    const seen = new Set<number>();
    return [weights, activations].flatMap((fact) => {
      const span = fact?.at[0];
      if (!fact || !span || seen.has(span.start) || supportsFormat(accelerator, fact.value)) return [];
      seen.add(span.start);
      const message =
        `${accelerator.label} (${architectureText(accelerator)}) has no matrix products in ${fact.value.label}: ` +
        "the run stops, or falls back to another format. Train in a format that it has.";
      return [
        {
          span,
          message,
          related: relatedFacts(span, [["Hardware", hardware]]),
          fixes: fixesFor(assessment, fact, accelerator),
        },
      ];
    });
  },
};

/** Formats that the framework writes and the accelerator has, the nearest in bits first. */
function fixesFor(
  { config }: Assessment,
  { value }: Fact<NumberFormat>,
  accelerator: Accelerator,
): readonly Fix[] {
  const formats = choicesFor(config, "training").flatMap((choice) => {
    const format = parseNumberFormat(choice.format);
    return format && supportsFormat(accelerator, format) ? [{ format, choice }] : [];
  });
  const nearest = formats.sort(
    (a, b) => Math.abs(a.format.bits - value.bits) - Math.abs(b.format.bits - value.bits),
  );
  return nearest.slice(0, 3).flatMap(({ format, choice }, i): Fix[] => {
    const edits = setKeys(config, choice.set);
    return edits && edits.length > 0
      ? [{ title: `Train in ${format.label}`, edits, safe: false, preferred: i === 0 }]
      : [];
  });
}
