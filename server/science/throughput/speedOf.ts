import type { NumberFormat } from "../formats/NumberFormat.ts";
import { quantile } from "../numerics/statistics.ts";
import { type MeasuredSpeed, measuredSpeeds } from "./measuredSpeeds.ts";
import { type ProductKind, productKind } from "./productKind.ts";
import { SIZE_CLASSES, sizeClassOf } from "./sizeClasses.ts";

/** Tokens per second in a format / in BF16, on one accelerator. */
export interface Speed {
  /** 10, 50 and 90 % point of the runs; all the same where there is one run. */
  readonly low: number;
  readonly mid: number;
  readonly high: number;
  /** Runs that were measured in both formats, or ratios that a source states. */
  readonly pairs: number;
  /** The documents, by their names in server/data/throughput/sources.json. */
  readonly sources: readonly string[];
  /** Runs of this size; of the nearest size on the same generation; or ratios that sources state without both speeds. */
  readonly from: "class" | "nearest class" | "stated";
  /** What the runs were: "1B to 10B parameters, dense, on Hopper". */
  readonly note: string;
}

/**
 * The measured speed of a training format on an accelerator, as 10, 50 and 90 % points over published runs of the same
 * generation of accelerators, the same kind of matrix product and the same kind of model, dense or a mixture of experts.
 * Where the size class of `parameters` has no run, the nearest class that has one speaks, the smaller of two as near.
 * Undefined where nothing is known: neither another generation nor the other kind of model stands in.
 */
export function speedOf(
  format: NumberFormat,
  { generation }: { readonly generation: string },
  parameters: number,
  isMixture: boolean,
): Speed | undefined {
  const known = measuredSpeeds().measurements.filter(
    (one) => one.generation === generation && one.isMixture === isMixture,
  );
  for (const kind of kindsFor(format)) {
    const ofKind = known.filter((one) => one.format === kind);
    const speed =
      speedIn(ofKind, "measured", parameters, isMixture) ?? speedIn(ofKind, "stated", parameters, isMixture);
    if (speed === undefined) continue;
    const isAssumed = kind !== productKind(format);
    return isAssumed ? { ...speed, note: `${speed.note}; scaling not stated, taken as ${kind}` } : speed;
  }
  return undefined;
}

/** Of FP8 without a stated scaling, that of the usual recipe comes first. */
function kindsFor(format: NumberFormat): readonly ProductKind[] {
  const kind = productKind(format);
  if (kind === "fp8") return ["fp8 per tensor", "fp8 per channel"];
  return kind === undefined ? [] : [kind];
}

function speedIn(
  runs: readonly MeasuredSpeed[],
  kind: MeasuredSpeed["kind"],
  parameters: number,
  isMixture: boolean,
): Speed | undefined {
  const candidates = runs.filter((run) => run.kind === kind);
  const own = sizeClassOf(parameters);
  const nearest = SIZE_CLASSES.map((sizeClass, place) => ({ sizeClass, away: Math.abs(place - own) }))
    .filter(({ sizeClass: { from, to } }) =>
      candidates.some((run) => run.parameters >= from && run.parameters < to),
    )
    .sort((a, b) => a.away - b.away)[0];
  if (nearest === undefined) return undefined;
  const { from, to, label } = nearest.sizeClass;
  const chosen = candidates.filter((run) => run.parameters >= from && run.parameters < to);
  const ratios = chosen.map(({ ratio }) => ratio);
  const point = (share: number) => quantile(ratios, share) ?? 1;
  const best = chosen.every(({ flags }) => flags.includes("best-case")) ? ", at best" : "";
  return {
    low: point(0.1),
    mid: point(0.5),
    high: point(0.9),
    pairs: chosen.length,
    sources: [...new Set(chosen.map(({ source }) => source))].sort(),
    from: kind === "stated" ? "stated" : nearest.away === 0 ? "class" : "nearest class",
    note: `${label} parameters, ${isMixture ? "mixtures of experts" : "dense"}, on ${chosen[0]?.generation}${best}`,
  };
}
