import { type Accelerator, hardwareNamed, isEmulated, supportsFormat } from "../../config/run/hardware.ts";
import type { TrainingRun } from "../../config/run/TrainingRun.ts";
import type { Quantiles } from "../../science/decision/breakEven.ts";
import { RUN_NOISE } from "../../science/decision/decide.ts";
import { isSixteenBitOrWider, type NumberFormat } from "../../science/formats/NumberFormat.ts";
import { speedOf } from "../../science/throughput/speedOf.ts";
import type { PlannedRun } from "./decideFormats.ts";
import { isWideBeyondTimings } from "./plannedTraining.ts";
import { BF16, FLOAT_FORMATS } from "./standardFormats.ts";
import { type TrainingTime, timeAtSpeed, trainingTime } from "./trainingTime.ts";

/** How long a run takes, in its own format and in others. */
export interface RunTimes {
  readonly hardware: Accelerator;
  /** Accelerators that train together, where their number is known. */
  readonly worldSize?: number;
  /** BF16 first, then the formats whose speed is known. */
  readonly formats: readonly FormatTime[];
}

export interface FormatTime {
  readonly format: NumberFormat;
  /** Whether the run trains in it. */
  readonly isOwn: boolean;
  readonly time: TrainingTime;
}

/**
 * Accelerator-days and days of a pre-training run and of the same run in other formats, by what published runs reach on its
 * accelerator and by the measured or declared speeds of the formats. Undefined where N, D or the accelerator is not known,
 * or no published run compares.
 */
export function runTimes({ facts, worldSize }: TrainingRun): RunTimes | undefined {
  const { activeParameters, tokens, stage } = facts;
  // Without embeddings where a config leaves the size of the vocabulary to its tokenizer: a few percent of the time.
  const parameters = facts.parameters ?? facts.nonEmbeddingParameters;
  const hardware = facts.hardware && hardwareNamed(facts.hardware.value);
  if (!hardware || !parameters || !tokens || stage?.value !== "pretrain") return undefined;
  const own = facts.weights?.value.name === facts.activations?.value.name ? facts.weights?.value : undefined;
  const run: PlannedRun = {
    parameters: parameters.value,
    tokens: tokens.value,
    formats: [],
    hardware,
    noise: RUN_NOISE,
    ...(activeParameters ? { activeParameters: activeParameters.value } : {}),
  };
  const time = trainingTime(run, worldSize?.value);
  if (time === undefined) return undefined;
  const isOwn = (format: NumberFormat) => format.name === own?.name;
  const formats = formatsOn(hardware, own).flatMap((format) => {
    const declared = isOwn(format) ? facts.speedup?.value : undefined;
    if (isOwn(format) && declared === undefined && isWideBeyondTimings(facts.wideLayers?.value)) return [];
    const speed = speedIn(format, run, declared);
    return speed ? [{ format, isOwn: isOwn(format), time: timeAtSpeed(time, speed) }] : [];
  });
  return {
    hardware,
    ...(worldSize ? { worldSize: worldSize.value } : {}),
    formats: [{ format: BF16, isOwn: own !== undefined && isSixteenBitOrWider(own), time }, ...formats],
  };
}

/** The run's own format, then the usual ones that the accelerator multiplies in. */
function formatsOn(hardware: Accelerator, own: NumberFormat | undefined): readonly NumberFormat[] {
  const usual = FLOAT_FORMATS.filter(
    (format) =>
      format.name !== own?.name && supportsFormat(hardware, format) && !isEmulated(hardware, format),
  );
  return [...(own ? [own] : []), ...usual].filter((format) => !isSixteenBitOrWider(format));
}

function speedIn(
  format: NumberFormat,
  { hardware, parameters, activeParameters }: PlannedRun,
  declared: number | undefined,
): Quantiles | undefined {
  if (declared !== undefined) return { low: declared, mid: declared, high: declared };
  return hardware && speedOf(format, hardware, parameters, activeParameters !== undefined);
}
