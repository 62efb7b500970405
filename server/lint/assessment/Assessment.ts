import type { ChoiceFile } from "../../config/dialect/Dialect.ts";
import type { TrainingConfig } from "../../config/run/TrainingConfig.ts";
import type { Fact } from "../../config/run/TrainingRun.ts";
import type { DescribedRecord } from "../../science/backtest/recordFor.ts";
import type { NumberFormat } from "../../science/formats/NumberFormat.ts";
import type { Law, LawInputs, Prediction, QuantizationMethod } from "../../science/laws/Law.ts";
import type { FormatDecision, PlannedRun } from "./decideFormats.ts";
import type { MatchingResults } from "./matchingResults.ts";

/** The prediction of one law for a run, or why the law does not apply. */
export type LawAssessment =
  | {
      readonly law: Law;
      readonly applies: true;
      readonly about: "run" | "base";
      readonly inputs: LawInputs;
      readonly prediction: Prediction;
      /** How the law did on published measurements like this. */
      readonly record?: DescribedRecord;
    }
  | { readonly law: Law; readonly applies: false; readonly because: string };

/** A law that applies to a run, with its prediction. */
export type AppliedLaw = Extract<LawAssessment, { readonly applies: true }>;

/** One format for the run, under one law, at the same N and D. */
export interface FormatPrediction {
  readonly format: NumberFormat;
  /** How weights are quantized to the format after training, where it is known. */
  readonly method?: QuantizationMethod;
  readonly prediction: Prediction;
  /** How the law did on published measurements in this format. */
  readonly record?: DescribedRecord;
  /** How the run's framework writes the format; undefined where it has no key for it. */
  readonly choice?: ChoiceFile;
  /** Whether the run's hardware has the format; undefined where the hardware is not known. */
  readonly onHardware?: boolean;
}

/** A format of the run and its alternatives, under one law. */
export interface FormatComparison {
  readonly law: Law;
  readonly inputs: LawInputs;
  readonly current: FormatPrediction;
  /** Other formats, in the order of the table of formats. */
  readonly alternatives: readonly FormatPrediction[];
}

/** The comparison under the law that leads for the format, with the facts that it depends on. */
export interface FormatAssessment extends FormatComparison {
  /** The fact that states the format. */
  readonly fact: Fact<NumberFormat>;
  /** N and D that the law was given, with their derivation. */
  readonly parameters: Fact<number>;
  readonly tokens: Fact<number>;
}

/** A format to train in: what it costs, how fast it is, and what follows. */
export interface TrainingOption extends FormatPrediction {
  readonly outcome: FormatDecision;
}

/** The training format of a pre-training run, the narrower of weights and activations, and what could stand in its place. */
export interface TrainingAssessment extends FormatAssessment {
  readonly current: TrainingOption;
  readonly alternatives: readonly TrainingOption[];
  /** What the verdicts were asked for: sizes, accelerator, run noise. */
  readonly plan: PlannedRun;
  /** The run's own format with some layers kept in 16 bits, where it keeps few or none and that would help. */
  readonly withWideLayers?: WideLayersOption;
}

/** A share of the parameters of the linear layers kept in 16 bits, and ΔL then. */
export interface WideLayersOption {
  /** 0 to 1. */
  readonly share: number;
  readonly prediction: Prediction;
}

/** The quantization of a model's weights. */
export interface QuantizationAssessment extends FormatAssessment {
  /** Whose training tokens count: this run's, or those of the base model it starts from. */
  readonly about: "run" | "base";
  /** Planned after this run, or the format in which the base model is loaded. */
  readonly when: "planned" | "loaded";
  /** The law of the 16-bit loss that goes with it. */
  readonly baseline?: Law;
  /** Where more data would raise the loss after this quantization. */
  readonly overtraining?: Overtraining;
}

/** D past which more data raises the loss after quantization, by the law of the quantization and a 16-bit baseline. */
export interface Overtraining {
  readonly criticalTokens: number;
  /** True where it is so even at the low end of the interval of ΔL. */
  readonly certain: boolean;
  /** The law of the 16-bit loss. */
  readonly baseline: Law;
}

/** Everything Bitlaw knows about one run: computed once per document version, read by every feature. */
export interface Assessment {
  readonly config: TrainingConfig;
  readonly laws: readonly LawAssessment[];
  readonly training?: TrainingAssessment;
  readonly quantizations: readonly QuantizationAssessment[];
  /** Published results of the run's base model in settings like the run's. */
  readonly measured: readonly MatchingResults[];
}
