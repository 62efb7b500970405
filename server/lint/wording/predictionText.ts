import { formatQuantity } from "../../config/run/quantity.ts";
import type { TrainingRun } from "../../config/run/TrainingRun.ts";
import type { Prediction } from "../../science/laws/Law.ts";
import type { AppliedLaw } from "../assessment/Assessment.ts";
import { countCaveats } from "../assessment/parametersFor.ts";
import { domainNote, extrapolation } from "./domain.ts";
import { boundsText, intervalOf, intervalText, rangeText } from "./intervalText.ts";
import { percent, risk, signedNats } from "./numbers.ts";
import { recordText } from "./recordText.ts";

/**
 * What one law says about a run, in words. Who shows it chooses the parts, their order and their marks; a part that the
 * law does not give is undefined.
 */
export interface PredictionText {
  readonly law: string;
  /** The paper, where it is on the web. */
  readonly url: string | undefined;
  /** Whether it is about the run, or about the model that the run starts from, after its quantization. */
  readonly about: "run" | "base";
  /** "ΔL +0.27 nats", "predicted to diverge". */
  readonly headline: string | undefined;
  /** "80 %: +0.011 to +0.052, by 120 published measurements", "no interval known". */
  readonly interval: string | undefined;
  /** "risk of more than 1 nat 12 %". */
  readonly collapseRisk: string | undefined;
  /** "effective parameters 75 %". */
  readonly effectiveParameters: string | undefined;
  /** "loss 2.345 nats". */
  readonly loss: string | undefined;
  /** "inside its fit", "extrapolated: tokens 42× beyond its fit". */
  readonly domain: string;
  /** "tokens 42× beyond its fit"; undefined inside of it. */
  readonly outside: string | undefined;
  /** "within 2× for 74 % of 50 published 4-bit GPTQ results with groups". */
  readonly record: string | undefined;
  /** What the reader of the numbers must know, each a sentence without its full stop. */
  readonly caveats: readonly string[];
  /** The same numbers without words. */
  readonly numbers: PredictionNumbers;
  /** N and D that the law was given: "1.13B", "315B". */
  readonly parameters: string;
  readonly tokens: string;
}

/** The numbers of a prediction as texts without words, for the cells of a table. */
export interface PredictionNumbers {
  /** True where the law leaves no effective parameters: then there is neither ΔL nor a loss. */
  readonly diverges: boolean;
  /** ΔL against 16 bit, nats: "+0.27". */
  readonly delta: string | undefined;
  /** Its interval, nats: "+0.011 to +0.052". */
  readonly bounds: string | undefined;
  /** With its level and what it rests on: "80 %: +0.011 to +0.052, by 120 published measurements". */
  readonly interval: string | undefined;
  /** Probability of ΔL above 1 nat: "12 %", "below 1 %". */
  readonly collapseRisk: string | undefined;
  /** The same as a rounded number, for a narrow column: "12 %", "0 %". */
  readonly roundedRisk: string | undefined;
  /** Share of the run's parameters: "75 %". */
  readonly effectiveParameters: string | undefined;
  /** D past which more data raises the loss: "17.8T". */
  readonly criticalTokens: string | undefined;
  /** Nats per token: "2.345". */
  readonly loss: string | undefined;
}

/** What to say below the predictions of several laws: each has a baseline of its own. */
export const LOSSES_DO_NOT_COMPARE = "Losses of different laws do not compare.";

/** The texts for the prediction of a law for a run. All reports use them. */
export function predictionText(
  { law, prediction, inputs, about, record }: AppliedLaw,
  run: TrainingRun,
): PredictionText {
  const numbers = predictionNumbers(prediction, inputs.parameters);
  return {
    law: law.file.name,
    url: law.file.citation.url,
    about,
    headline: prediction.diverges
      ? "predicted to diverge"
      : textIfKnown(numbers.delta, (delta) => `ΔL ${delta} nats`),
    interval: intervalOf(prediction),
    collapseRisk: textIfKnown(numbers.collapseRisk, (share) => `risk of more than 1 nat ${share}`),
    effectiveParameters: textIfKnown(numbers.effectiveParameters, (share) => `effective parameters ${share}`),
    loss: textIfKnown(numbers.loss, (loss) => `loss ${loss} nats`),
    domain: domainNote(prediction.domain),
    outside: extrapolation(prediction.domain),
    record: textIfKnown(record, recordText),
    caveats: [...prediction.caveats, ...countCaveats(law, run)],
    numbers,
    parameters: formatQuantity(inputs.parameters),
    tokens: formatQuantity(inputs.tokens),
  };
}

/** The numbers of a prediction for a run with so many parameters, as the law counts them. */
export function predictionNumbers(prediction: Prediction, parameters: number): PredictionNumbers {
  const { diverges, delta, interval, collapseRisk, effectiveParameters, criticalTokens, loss } = prediction;
  return {
    diverges,
    delta: textIfKnown(delta, signedNats),
    bounds: textIfKnown(interval, boundsText),
    interval: textIfKnown(interval, intervalText),
    collapseRisk: textIfKnown(collapseRisk, risk),
    roundedRisk: textIfKnown(collapseRisk, percent),
    effectiveParameters: textIfKnown(effectiveParameters, (effective) => percent(effective / parameters)),
    criticalTokens: textIfKnown(criticalTokens, formatQuantity),
    loss: textIfKnown(loss, lossText),
  };
}

/** ΔL inside a sentence: "+0.21 nats, 80 %: +0.09 to +0.5". */
export function deltaText({ delta = 0, interval }: Prediction): string {
  return `${signedNats(delta)} nats${interval ? `, ${rangeText(interval)}` : ""}`;
}

/** A loss in nats per token: "2.345". */
export function lossText(loss: number): string {
  return loss.toFixed(3);
}

/** The text for a value, where there is one. */
function textIfKnown<T>(value: T | undefined, textOf: (value: T) => string): string | undefined {
  return value === undefined ? undefined : textOf(value);
}
