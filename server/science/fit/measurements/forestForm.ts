import { QUANTIZATION_FEATURES } from "../../laws/forest/quantizationFeatures.ts";
import type { QuantizationMeasurement } from "../../measurements/QuantizationMeasurement.ts";
import { crossValidate } from "../forest/crossValidate.ts";
import { fitForest } from "../forest/fitForest.ts";
import type { MeasurementFit, MeasurementFitOptions, MeasurementForm } from "./MeasurementForm.ts";
import { quantizationsToFit } from "./quantizationsToFit.ts";
import { numbersOf, oneSize } from "./repeatedRows.ts";

/** Fewer rows make trees of a leaf or two. */
const FEWEST_ROWS = 20;

/** Rows that are no measurement of their own, or not of one format. */
const LEFT_OUT = ["suspect", "dup", "mixed-precision", "vector-quant", "word_ppl"];

/** A Xu-style random forest. */
export const forestForm: MeasurementForm = {
  name: "forest",
  summary: "Xu-style: degradation by quantization of the weights after training, by a random forest",
  bundled: "bundled:ptq",
  read: (table) => quantizationsToFit(table, { fit }),
};

async function fit(
  measurements: readonly QuantizationMeasurement[],
  { seed, signal, progress }: MeasurementFitOptions,
): Promise<MeasurementFit | { readonly problem: string }> {
  const { used, leftOut } = selection(measurements);
  const problem = problemOf(used, leftOut);
  if (problem !== undefined) return { problem };
  const validation = await crossValidate(used, {
    seed,
    signal,
    progress: (share) => progress?.({ stage: "families", share }),
  });
  progress?.({ stage: "trees", share: 0 });
  const file = fitForest(used, { seed });
  signal?.throwIfAborted();
  const { form, about, tensors, counts, constants, domain, forest, notes } = file;
  return {
    law: { form, about, numbers: numbersOf(used), tensors, counts, constants, domain, forest, notes },
    record: {
      rows: used.length,
      seed,
      method: "random forest (CART, bagging); figures with families left out",
      within2: digits(validation.within2),
      within1_5: digits(validation.within1_5),
      ...(validation.spearman === undefined ? {} : { spearman: digits(validation.spearman) }),
    },
    rows: used.length,
    leftOut,
    families: validation.families.map(({ family, rows, within1_5, within2 }) => ({
      family,
      rows,
      within1_5,
      within2,
      coverage80: null,
    })),
    warnings: warningsOf(used),
  };
}

function selection(measurements: readonly QuantizationMeasurement[]) {
  const used: QuantizationMeasurement[] = [];
  const leftOut: Record<string, number> = {};
  for (const measurement of measurements) {
    const reason = reasonAgainst(measurement);
    if (reason === undefined) used.push(measurement);
    else leftOut[reason] = (leftOut[reason] ?? 0) + 1;
  }
  return { used, leftOut };
}

function reasonAgainst(row: QuantizationMeasurement): string | undefined {
  if (row.bits >= 16) return "weights not quantized";
  if (row.activationBits < 16 || row.cacheBits < 16) return "activations or KV cache quantized too";
  const flag = row.flags.find((one) => LEFT_OUT.includes(one));
  if (flag !== undefined) return `flagged ${flag}`;
  if (row.regime === "collapse") return "collapsed (above 1 nat)";
  if (row.format === undefined) return "no uniform number format";
  return row.family === undefined ? "model family not known" : undefined;
}

function problemOf(
  used: readonly QuantizationMeasurement[],
  leftOut: Readonly<Record<string, number>>,
): string | undefined {
  if (used.length < FEWEST_ROWS) {
    const reasons = Object.entries(leftOut).map(([reason, count]) => `${count} ${reason}`);
    const others = reasons.length === 0 ? "" : ` Left out: ${reasons.join(", ")}.`;
    return `The table has ${used.length} usable rows and a forest of ${QUANTIZATION_FEATURES.length} features needs ${FEWEST_ROWS}: add measurements, best hundreds.${others}`;
  }
  const families = [...new Set(used.map(({ family }) => family))];
  if (families.length < 2)
    return `All usable rows are of one family, ${families[0]}: a forest is judged on families that it has not seen. Add models of another family and name it in the column family.`;
  return oneSize(
    "N",
    used.map(({ parameters }) => parameters),
    "n_params",
  );
}

function warningsOf(used: readonly QuantizationMeasurement[]): readonly string[] {
  const tokens = new Set(used.map((row) => row.tokens));
  const unknown = used.filter(({ methodClass }) => methodClass === undefined).length;
  return [
    ...(tokens.size < 2
      ? ["All rows have the same training tokens (d_tokens), or none: the forest does not depend on D."]
      : []),
    ...(unknown > 0
      ? [
          `${unknown} rows have a method of none of the classes (docs/measurements.md): they are taken as unknown.`,
        ]
      : []),
  ];
}

/** Three digits: more would only look precise. */
function digits(value: number): number {
  return Number(value.toPrecision(3));
}
