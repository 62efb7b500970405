import { spelling } from "../../config/dialect/readKey.ts";
import { formatQuantity, parseQuantity } from "../../config/run/quantity.ts";
import type { TrainingConfig } from "../../config/run/TrainingConfig.ts";
import type { RawFinding } from "./Rule.ts";

/** Names of model families. Only behind one of them does a number in a run's name say how large the model is. */
const FAMILIES = "llama|mpt|olmo|gpt|pythia|neox|smollm|qwen|mistral|mixtral|gemma|falcon|bloom|phi|lm";

/** `mpt-7b`, `llama-3.2-1b`, `gpt3-xl-1.3b`, `OLMo-1B`: family, release or grade, size. */
const SIZED_NAME = new RegExp(
  `(?:^|[-_./ ])[a-z]*(?:${FAMILIES})[a-z]*\\d*(?:\\.\\d+)?(?:[-_ ](?:v?\\d+(?:\\.\\d+)?|xl|tiny|small|medium|large))?[-_ ](\\d+(?:[._]\\d+)?)([bm])(?=$|[-_. ])`,
  "gi",
);

/**
 * A finding where the size by the keys differs from the size in the name of the run or model, in every way to count
 * parameters. A size in a name is true to its last digit, and in addition to the share `tolerance`.
 */
export function nameSizeMismatch(config: TrainingConfig, tolerance: number): readonly RawFinding[] {
  const { readings } = config;
  const reading = readings.stated("modelName");
  const range = countedRange(config);
  if (reading?.value?.type !== "string" || range === undefined) return [];
  const name = reading.value.value;
  const named = sizeIn(name, tolerance);
  if (named === undefined || (named.most >= range.least && named.least <= range.most)) return [];
  const related = range.at ? [{ span: range.at, message: "The shape that is counted" }] : [];
  return [
    {
      span: reading.span,
      severity: "warning",
      message: `\`${spelling(readings, "modelName")}: ${name}\` says ${named.shown} parameters, and the keys of the model give ${range.shown}. Correct the shape or the name.`,
      related,
    },
  ];
}

interface CountedRange {
  /** From the parameters that a name may leave out to all of them. */
  readonly least: number;
  readonly most: number;
  readonly shown: string;
  readonly at: RawFinding["span"] | undefined;
}

function countedRange({ run }: TrainingConfig): CountedRange | undefined {
  const { parameters, nonEmbeddingParameters: inner, activeParameters } = run.facts;
  if (inner?.provenance !== "derived") return undefined;
  const total = parameters?.provenance === "derived" ? parameters.value : undefined;
  const least = Math.min(inner.value, activeParameters?.value ?? inner.value);
  const shown = total
    ? `${formatQuantity(total)} (${formatQuantity(inner.value)} without embeddings)`
    : `${formatQuantity(inner.value)} without embeddings`;
  return { least, most: total ?? Number.POSITIVE_INFINITY, shown, at: inner.at[0] };
}

function sizeIn(name: string, tolerance: number): { least: number; most: number; shown: string } | undefined {
  const [[, amount, unit] = [], another] = Array.from(name.matchAll(SIZED_NAME));
  if (amount === undefined || unit === undefined || another) return undefined;
  const digits = amount.replace("_", ".");
  const value = parseQuantity(`${digits}${unit}`);
  if (value === undefined) return undefined;
  const lastDigit = value / Number(digits) / 10 ** (digits.split(".")[1]?.length ?? 0);
  return {
    least: (value - lastDigit / 2) * (1 - tolerance),
    most: (value + lastDigit / 2) * (1 + tolerance),
    shown: `${digits}${unit.toUpperCase()}`,
  };
}
