import type { TrainingMeasurement } from "../measurements/TrainingMeasurement.ts";
import { groupBy } from "../numerics/groupBy.ts";
import { median } from "../numerics/statistics.ts";
import { type ReferenceRun, type TableBaseline, tableBaseline } from "./tableBaseline.ts";

/** A table's baseline and whose runs it is of, for people: "quest, Llama-2 style, C4". */
export interface NamedBaseline extends TableBaseline {
  readonly of: string;
}

/** A baseline that misses its own runs by more than this share of the typical ΔL says nothing about ΔL. */
const LARGEST_RESIDUAL = 0.1;

/**
 * The baselines of a table by `baselineKey`, one for each source, setup and way to count N that has enough 16-bit runs and
 * is met closely enough: √ of the mean squared residual at most a tenth of the median |ΔL|. Sources are never mixed: even
 * the same model on the same data ends at another loss elsewhere.
 */
export function baselinesOf(
  measurements: readonly TrainingMeasurement[],
): ReadonlyMap<string, NamedBaseline> {
  const result = new Map<string, NamedBaseline>();
  for (const [key, rows] of groupBy(measurements, baselineKey)) {
    const baseline = tableBaseline(rows.flatMap((row) => referenceOf(row) ?? []));
    const typical = median(rows.flatMap(({ delta }) => (delta === undefined ? [] : Math.abs(delta))));
    if (baseline === undefined || typical === undefined) continue;
    if (baseline.residual > LARGEST_RESIDUAL * typical) continue;
    result.set(key, { ...baseline, of: nameOf(rows[0]) });
  }
  return result;
}

/** The same for runs that share a baseline: of one source and setup, with N counted alike. */
export function baselineKey({ source, setup, counted }: TrainingMeasurement): string {
  return JSON.stringify([source, setup, counted]);
}

function nameOf(row: TrainingMeasurement | undefined): string {
  return [row?.source, row?.setup].filter((part) => part !== undefined).join(", ") || "the table";
}

/** The 16-bit run beside a row; not a reference in fewer bits, nor that of a row which may repeat another or contain a mistake. */
function referenceOf({
  parameters,
  tokens,
  reference,
  referenceFormat,
  flags,
}: TrainingMeasurement): ReferenceRun | undefined {
  if (referenceFormat !== undefined) return undefined;
  if (parameters === undefined || tokens === undefined || reference === undefined) return undefined;
  if (flags.some((flag) => flag === "suspect" || flag === "dup")) return undefined;
  return { parameters, tokens, loss: reference };
}
