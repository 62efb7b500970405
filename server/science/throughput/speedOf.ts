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
  /** Runs of this class; of the nearest class on the same generation; or ratios that sources state without both speeds. */
  readonly from: "class" | "nearest class" | "stated";
  /** What the runs were: "1B to 10B parameters, dense, on Hopper". */
  readonly note: string;
}

/**
 * The measured speed of a training format on an accelerator, as 10, 50 and 90 % points over published runs of the same
 * generation of accelerators and the same kind of matrix product. The first of these that has a run speaks: the size class
 * of `parameters` in the same kind of model, dense or a mixture of experts; the nearest size class, the smaller of two as
 * near; in 8 bits the other kind of model; ratios that sources state. Undefined where there is none: no other generation stands in.
 */
export function speedOf(
  format: NumberFormat,
  { generation }: { readonly generation: string },
  parameters: number,
  isMixture: boolean,
): Speed | undefined {
  const known = measuredSpeeds().measurements.filter((one) => one.generation === generation);
  for (const kind of kindsFor(format)) {
    const ofKind = known.filter((one) => one.format === kind);
    const models = format.bits >= FEWEST_BITS_ACROSS ? [isMixture, !isMixture] : [isMixture];
    const speed = firstKnown(ofKind, parameters, models);
    if (speed === undefined) continue;
    const isAssumed = kind !== productKind(format);
    return isAssumed ? { ...speed, note: `${speed.note}; scaling not stated, taken as ${kind}` } : speed;
  }
  return undefined;
}

/**
 * Of fewer bits dense models say nothing about mixtures of experts: on Blackwell NVFP4 trains 1.37 times as fast as MXFP8 in
 * dense models, and 1.02 times in the one mixture of experts that was measured in both.
 */
const FEWEST_BITS_ACROSS = 8;

/** The first that is known of these: measured before stated, then the kinds of models in their order. */
function firstKnown(
  runs: readonly MeasuredSpeed[],
  parameters: number,
  kindsOfModel: readonly boolean[],
): Speed | undefined {
  for (const kind of ["measured", "stated"] as const) {
    for (const mixture of kindsOfModel) {
      const candidates = runs.filter((run) => run.kind === kind && run.isMixture === mixture);
      const speed = speedIn(candidates, parameters, mixture);
      if (speed === undefined) continue;
      const isOtherKind = mixture !== kindsOfModel[0] && speed.from === "class";
      return isOtherKind ? { ...speed, from: "nearest class" } : speed;
    }
  }
  return undefined;
}

/** Of FP8 without a stated scaling, that of the usual recipe comes first. */
function kindsFor(format: NumberFormat): readonly ProductKind[] {
  const kind = productKind(format);
  if (kind === "fp8") return ["fp8 per tensor", "fp8 per channel"];
  return kind === undefined ? [] : [kind];
}

/** The speed of runs of one kind of model, all measured or all stated. */
function speedIn(
  candidates: readonly MeasuredSpeed[],
  parameters: number,
  isMixture: boolean,
): Speed | undefined {
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
    from: chosen[0]?.kind === "stated" ? "stated" : nearest.away === 0 ? "class" : "nearest class",
    note: `${label} parameters, ${isMixture ? "mixtures of experts" : "dense"}, on ${chosen[0]?.generation}${best}`,
  };
}
