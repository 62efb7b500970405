import { isInOwnFile, type Span } from "../../config/document/ConfigNode.ts";
import type { DescribedRecord } from "../../science/backtest/recordFor.ts";
import type { Law } from "../../science/laws/Law.ts";
import type { Assessment } from "../assessment/Assessment.ts";
import { trainingChoices } from "../assessment/trainingChoices.ts";
import type { TextEdit } from "../edits/TextEdit.ts";
import { type Fix, fixTitle } from "../Finding.ts";
import { canWrite, quantizationFix, trainingFormatFix } from "../rules/fixes/formatFixes.ts";
import { predictedChange } from "../wording/changeText.ts";
import { optionEffect } from "../wording/decisionText.ts";
import { disagreementNote } from "../wording/recordText.ts";

/** Another precision that a person may choose, whether or not there is a finding. */
export interface PrecisionRefactoring {
  readonly title: string;
  readonly edits: readonly TextEdit[];
}

/**
 * For a precision key: other formats that the framework and, where known, the accelerator have, the best first: those that
 * pay, those that save time, then by ΔL. None that published measurements disagree with the law about.
 */
export function precisionRefactorings(assessment: Assessment, place: Span): readonly PrecisionRefactoring[] {
  if (!isPrecisionPlace(assessment, place)) return [];
  const choices = [...trainingRefactorings(assessment), ...quantizationChoices(assessment)];
  return choices.filter(({ edits }) => edits.every(({ span }) => isInOwnFile(span)));
}

/** How many other formats are offered. */
const OFFERED = 4;

function trainingRefactorings(assessment: Assessment): readonly PrecisionRefactoring[] {
  const { training } = assessment;
  if (training === undefined) return [];
  return trainingChoices(training, Number.POSITIVE_INFINITY)
    .filter((choice) => canWrite(training, choice))
    .slice(0, OFFERED)
    .flatMap((choice) =>
      named(
        trainingFormatFix(assessment, training, choice, optionEffect(training.current, choice)),
        training.law,
        training.current.record,
      ),
    );
}

/** A quick fix belongs to a message that names the law behind its numbers. A refactoring has no such message, so its title does. */
function named(
  fixes: readonly Fix[],
  law: Law,
  record: DescribedRecord | undefined,
): readonly PrecisionRefactoring[] {
  const disagreement = disagreementNote(record);
  const source = `${law.file.name}${disagreement ? ` (${disagreement})` : ""}`;
  return fixes.map((fix) => ({ title: `${fixTitle(fix)} · ${source}`, edits: fix.edits }));
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
