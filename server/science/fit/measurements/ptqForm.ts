import { PTQ_TERMS, ptqTerms } from "../../laws/ptq/ptqTerms.ts";
import type { QuantizationMeasurement } from "../../measurements/QuantizationMeasurement.ts";
import { narrowRange } from "../identifiability.ts";
import { fitPtq } from "../ptq/fitPtq.ts";
import type { PtqObservation } from "../ptq/PtqObservation.ts";
import { ptqLawFile } from "../ptq/ptqLawFile.ts";
import { METHOD_UNKNOWN, type PtqSelection, ptqSelection } from "../ptq/ptqObservations.ts";
import { leftOutScores } from "./leftOutScores.ts";
import type { MeasurementFit, MeasurementFitOptions, MeasurementForm } from "./MeasurementForm.ts";
import { quantizationsToFit } from "./quantizationsToFit.ts";
import { numbersOf, oneSize } from "./repeatedRows.ts";

/** Fewer families say little about how much families differ. */
const FEW_FAMILIES = 4;

/** The least share that 80 % intervals may hold. */
const FEWEST_HELD = 0.7;

/** The hierarchical law of post-training quantization, as `bitlaw-ptq` is fitted. */
export const ptqForm: MeasurementForm = {
  name: "ptq",
  summary:
    "degradation by quantization of the weights after training, by bits, group and method, hierarchical over models",
  bundled: "bundled:ptq",
  read: (table) => quantizationsToFit(table, { fit, substituted }),
};

async function fit(
  measurements: readonly QuantizationMeasurement[],
  { signal, progress }: MeasurementFitOptions,
): Promise<MeasurementFit | { readonly problem: string }> {
  const selection = ptqSelection(measurements);
  const { observations, used, leftOut } = selection;
  const problem = problemOf(selection);
  if (problem !== undefined) return { problem };
  const result = await fitPtq(observations, { signal, progress });
  const { fit: record = {}, ...law } = ptqLawFile(result, observations);
  return {
    law: {
      form: "ptq",
      about: ["post-training quantization"],
      numbers: numbersOf(used),
      tensors: ["weights"],
      counts: "nonEmbeddingParameters",
      ...law,
      notes: [
        "The coefficients of N and D have the priors −0.3 ± 0.05 and 0.4 ± 0.05, those of methods 0 ± 1: docs/laws.md.",
      ],
    },
    record,
    rows: observations.length,
    leftOut,
    families: leftOutScores(result),
    warnings: [...warningsOf(observations), ...calibrationWarning(result.coverage)],
  };
}

/** All parameters in the place of those without embeddings, and the size in the place of a model's name, where there is none. */
function substituted(measurements: readonly QuantizationMeasurement[]) {
  let counted = 0;
  let named = 0;
  const rows = measurements.map((row) => {
    if (row.nonEmbeddingParameters === undefined) counted++;
    if (row.model === undefined) named++;
    return {
      ...row,
      nonEmbeddingParameters: row.nonEmbeddingParameters ?? row.parameters,
      model: row.model ?? `${row.parameters} parameters`,
    };
  });
  const warnings = [
    ...(counted > 0
      ? [
          `${rowsText(counted)} no n_params_nonemb: all parameters (n_params) are taken as N, which counts those without embeddings in this form.`,
        ]
      : []),
    ...(named > 0
      ? [`${rowsText(named)} no model: rows of one family and one n_params are taken as one model.`]
      : []),
  ];
  return { measurements: rows, warnings };
}

function rowsText(count: number): string {
  return count === 1 ? "1 row has" : `${count} rows have`;
}

function problemOf({ observations, leftOut }: PtqSelection): string | undefined {
  if (observations.length === 0) return noRows(leftOut);
  const families = [...new Set(observations.map(({ family }) => family))];
  if (families.length < 2)
    return `All usable rows are of one family, ${families[0]}: the form predicts each family from the others. Add models of another family and name it in the column family.`;
  const size =
    oneSize(
      "N",
      observations.map((one) => one.case.parameters),
      "n_params_nonemb, else n_params",
    ) ??
    oneSize(
      "D",
      observations.map((one) => one.case.tokens),
      "d_tokens",
    );
  if (size !== undefined) return size;
  const terms = PTQ_TERMS.filter((_, i) => isMeasured(observations, i));
  const below = observations.filter(({ collapsed }) => !collapsed).length;
  if (below > terms.length) return undefined;
  return `The table has ${below} usable rows below 1 nat for ${terms.length} coefficients (${terms.join(", ")}): add measurements until there are more rows than coefficients, best several times as many.`;
}

function noRows(leftOut: PtqSelection["leftOut"]): string {
  const reasons = Object.entries(leftOut).sort(([, a], [, b]) => b - a);
  const reasonList = reasons.map(([reason, count]) => `${count} ${reason}`).join(", ");
  const [first] = reasons[0] ?? [""];
  const advice =
    first === METHOD_UNKNOWN
      ? "Write the method as RTN, GPTQ, AWQ, OmniQuant, AutoRound or EfficientQAT."
      : "It needs weights of 2 to 4 bits alone, a known method, a group or channel, family and d_tokens (docs/fit.md).";
  return `No row can be used: ${reasonList}. ${advice}`;
}

function warningsOf(observations: readonly PtqObservation[]): readonly string[] {
  const unmeasured = PTQ_TERMS.filter((_, i) => !isMeasured(observations, i));
  const families = new Set(observations.map(({ family }) => family)).size;
  const ranges = [
    narrowRange(
      "parameter count",
      "N",
      observations.map((one) => one.case.parameters),
    ),
    narrowRange(
      "token count",
      "D",
      observations.map((one) => one.case.tokens),
    ),
  ];
  return [
    ...(unmeasured.length > 0
      ? [`No row says anything of ${unmeasured.join(", ")}: these coefficients are their priors.`]
      : []),
    ...(families < FEW_FAMILIES
      ? [
          `Only ${families} families: how much families differ, the intervals and the figures of left-out families rest on little. Add models of other families.`,
        ]
      : []),
    ...ranges.filter((warning) => warning !== undefined),
  ];
}

/** A warning where no scale of the intervals makes them hold. They may hold more: they are never narrowed. */
function calibrationWarning(coverage: number): readonly string[] {
  if (coverage >= FEWEST_HELD) return [];
  return [
    `The 80 % intervals hold ${(100 * coverage).toFixed(0)} % of the measurements of left-out families at the best scale there is: do not rely on them.`,
  ];
}

/** Whether the term of that index is other than zero in a row. */
function isMeasured(observations: readonly PtqObservation[], index: number): boolean {
  return observations.some((one) => ptqTerms(one.case, Number.POSITIVE_INFINITY)[index] !== 0);
}
