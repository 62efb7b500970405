import { isInOwnFile, type Span } from "../../config/document/ConfigNode.ts";
import { formatQuantity } from "../../config/run/quantity.ts";
import type { DescribedRecord } from "../../science/backtest/recordFor.ts";
import type { Law } from "../../science/laws/Law.ts";
import { tokensForCompute, trainingCompute } from "../../science/laws/trainingCompute.ts";
import { minimizeScalar } from "../../science/numerics/minimizeScalar.ts";
import { computeBits, type TrainingFormats } from "../../science/optimum/equalCompute.ts";
import type { Assessment, FormatPrediction, TrainingAssessment } from "../assessment/Assessment.ts";
import { OPEN_RECIPE } from "../assessment/standardFormats.ts";
import type { TextEdit } from "../edits/TextEdit.ts";
import { type Fix, fixTitle } from "../Finding.ts";
import { canWrite, quantizationFix, trainingFormatFix } from "../rules/fixes/formatFixes.ts";
import { byEqualCompute } from "../rules/suboptimalPrecision.ts";
import { atEqualCompute, changeText, predictedChange } from "../wording/changeText.ts";
import { extrapolation } from "../wording/domain.ts";
import { disagreementNote, overstates } from "../wording/recordText.ts";

/** Another precision that a person may choose, whether or not there is a finding. */
export interface PrecisionRefactoring {
  readonly title: string;
  readonly edits: readonly TextEdit[];
}

/**
 * For a precision key: the compute-optimal format with N fixed and with N and D free, and the best two alternatives by
 * predicted loss at equal compute, among the formats that the framework and, where known, the hardware have, and for
 * which no published measurements disagree with the law. Where they do so for the run's own format, the titles say it,
 * and no optimum is named by a law that overstates what that format costs.
 */
export function precisionRefactorings(assessment: Assessment, place: Span): readonly PrecisionRefactoring[] {
  if (!isPrecisionPlace(assessment, place)) return [];
  const choices = [...trainingChoices(assessment), ...quantizationChoices(assessment)];
  return choices.filter(({ edits }) => edits.every(({ span }) => isInOwnFile(span)));
}

function trainingChoices(assessment: Assessment): readonly PrecisionRefactoring[] {
  const { training } = assessment;
  if (training === undefined) return [];
  const available = byEqualCompute(training).filter(
    (candidate) => canWrite(training, candidate) && candidate.onHardware !== false,
  );
  const { record } = training.current;
  const optima = (
    overstates(record) ? [] : [fixedSize(training, available), freeSize(training, available)]
  ).flatMap((optimum) =>
    optimum
      ? named(
          trainingFormatFix(assessment, training, optimum.candidate, optimum.effect),
          training.law,
          record,
          `${optimum.name}: `,
        )
      : [],
  );
  const alternatives = available
    .slice(0, 2)
    .flatMap((candidate) =>
      named(
        trainingFormatFix(assessment, training, candidate, atEqualCompute(candidate)),
        training.law,
        record,
      ),
    );
  return [...optima, ...alternatives];
}

/**
 * A quick fix belongs to a message that names the law behind its numbers and the law's record on similar runs. A
 * refactoring has no such message, so its title names them.
 */
function named(
  fixes: readonly Fix[],
  law: Law,
  record: DescribedRecord | undefined,
  prefix = "",
): readonly PrecisionRefactoring[] {
  const disagreement = disagreementNote(record);
  const source = `${law.file.name}${disagreement ? ` (${disagreement})` : ""}`;
  return fixes.map((fix) => ({ title: `${prefix}${fixTitle(fix)} · ${source}`, edits: fix.edits }));
}

interface Optimum {
  readonly name: string;
  readonly candidate: FormatPrediction;
  readonly effect: string;
}

/** The format with the lowest loss at this run's compute and size; undefined where that is the run's own. */
function fixedSize(
  training: TrainingAssessment,
  available: readonly FormatPrediction[],
): Optimum | undefined {
  const best = available[0];
  if (best?.equalCompute?.lossDifference === undefined || best.equalCompute.lossDifference >= 0)
    return undefined;
  const bits = training.law.optimalBits?.forParameters(training.inputs.parameters, computeOf(training));
  return {
    name: `Compute-optimal with N fixed${bitsText(bits)}`,
    candidate: best,
    effect: atEqualCompute(best),
  };
}

/** The format with the lowest loss at this run's compute, each at its own best N and D. */
function freeSize(training: TrainingAssessment, available: readonly FormatPrediction[]): Optimum | undefined {
  const { law, inputs, current } = training;
  const before = current.prediction.loss;
  const candidates = [current, ...available].map((candidate) => ({
    candidate,
    ...bestSplit(training, candidate),
  }));
  const best = candidates.sort((a, b) => a.loss - b.loss)[0];
  if (best === undefined || best.candidate === current || before === undefined) return undefined;
  const { parameters, tokens, loss, candidate } = best;
  const outside = extrapolation(
    law.predict({ ...inputs, ...formatsOf(training, candidate), parameters, tokens }).domain,
  );
  const effect =
    `${changeText(loss - before)} at the same compute with ${formatQuantity(parameters)} parameters ` +
    `on ${formatQuantity(tokens)} tokens${outside ? ", extrapolated" : ""}`;
  const bits = law.optimalBits?.forCompute(computeOf(training));
  return { name: `Compute-optimal with N and D free${bitsText(bits)}`, candidate, effect };
}

/** How far N is sought from the run's own, as a factor. */
const SIZE_RANGE = 1e3;

function bestSplit(
  training: TrainingAssessment,
  candidate: FormatPrediction,
): { parameters: number; tokens: number; loss: number } {
  const { law, inputs } = training;
  const formats = formatsOf(training, candidate);
  const compute = computeOf(training);
  const split = (parameters: number) => ({
    parameters,
    tokens: tokensForCompute(compute, parameters, computeBits(formats)),
  });
  const lossAt = (logSize: number) =>
    law.predict({ ...inputs, ...formats, ...split(Math.exp(logSize)) }).loss ?? Number.POSITIVE_INFINITY;
  const middle = Math.log(inputs.parameters);
  const { x, value } = minimizeScalar(lossAt, middle - Math.log(SIZE_RANGE), middle + Math.log(SIZE_RANGE));
  return { ...split(Math.exp(x)), loss: value };
}

function formatsOf({ current, inputs }: TrainingAssessment, candidate: FormatPrediction): TrainingFormats {
  return candidate === current
    ? inputs
    : { ...inputs, ...OPEN_RECIPE, weights: candidate.format, activations: candidate.format };
}

function computeOf({ inputs }: TrainingAssessment): number {
  return trainingCompute(inputs.parameters, inputs.tokens, computeBits(inputs));
}

/** ", P* 6.3 bits": the law's own optimum with bits as a real number, where it has one. */
function bitsText(bits: number | undefined): string {
  return bits === undefined ? "" : `, P* ${bits.toFixed(1)} bits`;
}

function quantizationChoices(assessment: Assessment): readonly PrecisionRefactoring[] {
  return assessment.quantizations.flatMap((quantization) => {
    const byLoss = quantization.alternatives
      .filter(({ record }) => !record?.disagrees)
      .sort((a, b) => (a.prediction.delta ?? 0) - (b.prediction.delta ?? 0));
    const fixes = byLoss.flatMap((candidate) =>
      quantizationFix(assessment, quantization, candidate, predictedChange(quantization.current, candidate)),
    );
    return named(fixes.slice(0, 2), quantization.law, quantization.current.record);
  });
}

/** Whether a place is a precision key or its value: a scalar that states a format, or a key that a choice would write. */
function isPrecisionPlace({ config }: Assessment, place: Span): boolean {
  const { readings, run, dialect } = config;
  const { facts } = run;
  const stated = [
    facts.weights,
    facts.activations,
    facts.kvCache,
    facts.baseWeights,
    facts.quantization,
    facts.masterWeights,
    facts.gradients,
    facts.optimizerState,
  ].flatMap((fact) => fact?.at ?? []);
  const keys = new Set(
    Object.values(dialect.choices).flatMap((choices) => choices.flatMap(({ set }) => Object.keys(set))),
  );
  const written = [...keys].flatMap((key) => readingSpans(readings.stated(key)));
  return [...stated, ...written].some(
    (span) => isInOwnFile(span) && span.start <= place.end && place.start <= span.end,
  );
}

function readingSpans(
  reading:
    | { readonly span: Span; readonly located: { readonly entry?: { readonly keySpan: Span } } }
    | undefined,
): readonly Span[] {
  if (reading === undefined) return [];
  const { entry } = reading.located;
  return entry
    ? [
        reading.span,
        entry.keySpan,
        { start: entry.keySpan.start, end: Math.max(entry.keySpan.end, reading.span.end) },
      ]
    : [reading.span];
}
