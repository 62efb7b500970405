import { conditionHolds } from "../../config/dialect/evaluateSettings.ts";
import { readPositive } from "../../config/run/factReader.ts";
import { modelSize } from "../../config/run/modelCatalogue.ts";
import { formatInteger } from "../../config/run/quantity.ts";
import type { TrainingConfig } from "../../config/run/TrainingConfig.ts";
import type { RawFinding, Rule } from "./Rule.ts";

/** Keys that count something no model and no run has none of; 0 experts or pipeline stages, say, mean "without". */
const COUNTS = [
  ...["layers", "hidden", "heads", "kvHeads", "headDim", "mlpWidth", "vocabulary", "paddedVocabulary"],
  ...["steps", "samples", "tokens", "globalBatch", "microBatch", "accumulation", "sequenceLength"],
] as const;

/** A value from which no fact can be made: sizes that cannot be, names that several models have, unknown architectures. */
export const unusableValue: Rule = {
  name: "unusable-value",
  summary: "A size, name or architecture that gives no fact",
  severity: "warning",
  otherwise: "information for a name that several models have, hint for an architecture that is not counted",
  category: "contradiction",
  fix: "none",
  check({ config }) {
    return [...impossibleCounts(config), ...ambiguousName(config), ...unknownArchitecture(config)];
  },
};

function impossibleCounts(config: TrainingConfig): readonly RawFinding[] {
  const seen = new Set<number>();
  return COUNTS.flatMap((key) => {
    const reading = config.readings.isStated(key) ? config.readings.stated(key) : undefined;
    const type = reading?.value?.type;
    if (!reading || (type !== "integer" && type !== "float") || seen.has(reading.span.start)) return [];
    const result = readPositive(config, key);
    if (result.ok) return [];
    seen.add(reading.span.start);
    return [
      {
        span: reading.span,
        message: `${result.because}: what follows from it is not known, and the rest is read without it. Correct it.`,
      },
    ];
  });
}

function ambiguousName({ readings, run }: TrainingConfig): readonly RawFinding[] {
  const reading = readings.stated("baseModel");
  if (reading?.value?.type !== "string" || run.facts.parameters?.provenance === "derived") return [];
  const size = modelSize(reading.value.value);
  if (size?.from !== "ambiguous") return [];
  const candidates = size.candidates.map(
    ({ name, parameters }) => `${name} (${formatInteger(parameters)} parameters)`,
  );
  return [
    {
      span: reading.span,
      severity: "information",
      message: `\`${reading.value.value}\` may be ${candidates.join(" or ")}: its size and its pre-training are not known. Name the release, or declare \`parameters=…\` in a \`bitlaw:\` comment.`,
    },
  ];
}

/** At the key that names the architecture, where nothing else gives a number of parameters. */
function unknownArchitecture({ readings, run, dialect }: TrainingConfig): readonly RawFinding[] {
  if (run.facts.parameters ?? run.facts.nonEmbeddingParameters) return [];
  for (const { when, because } of dialect.uncountable ?? []) {
    // Of a key that is left out, only the framework knows; what is written here is the architecture.
    const written = Object.values(when).every((words) => words === "*" || !words.includes(null));
    if (!written || conditionHolds(when, readings) !== true) continue;
    const span = Object.keys(when).flatMap((key) =>
      readings.isStated(key) ? (readings.stated(key)?.span ?? []) : [],
    )[0];
    if (span === undefined) return [];
    const message = `The number of parameters is not known: ${because}. Declare \`parameters=…\` and \`non_embedding_parameters=…\` in a \`bitlaw:\` comment of the run's config.`;
    return [{ span, severity: "hint", message }];
  }
  return [];
}
