import { type Accelerator, hardwareNamed } from "../../config/run/hardware.ts";
import type { Facts } from "../../config/run/TrainingRun.ts";
import { RUN_NOISE } from "../../science/decision/decide.ts";
import type { NumberFormat } from "../../science/formats/NumberFormat.ts";
import type { LawInputs } from "../../science/laws/Law.ts";
import { productKind } from "../../science/throughput/productKind.ts";
import type { PlannedRun } from "./decideFormats.ts";

/** Chosen, twice the usual share: layers in 16 bits save no time, and published timings do not say how many they keep. */
const MOST_WIDE_LAYERS = 0.3;

/** Whether so many layers stay in 16 bits that published timings do not stand for the run. */
export function isWideBeyondTimings(wideLayers: number | undefined): boolean {
  return (wideLayers ?? 0) > MOST_WIDE_LAYERS;
}

/** A pre-training run as a plan, whose own format comes first. Where no accelerator is known, the usual one is assumed. */
export function plannedTraining(
  { parameters, activeParameters, hardware, speedup, runNoise }: Facts,
  { weights, activations, ...inputs }: LawInputs,
  formats: readonly NumberFormat[],
): PlannedRun {
  const known = hardware && hardwareNamed(hardware.value);
  const [own] = formats;
  const assumed = known || own === undefined ? undefined : usualHardware(own);
  const accelerator = known ?? assumed;
  return {
    parameters: parameters?.value ?? inputs.parameters,
    ...(activeParameters ? { activeParameters: activeParameters.value } : {}),
    tokens: inputs.tokens,
    formats,
    noise: runNoise?.value ?? RUN_NOISE,
    ...(accelerator ? { hardware: accelerator } : {}),
    ...(assumed ? { isHardwareAssumed: true } : {}),
    ...(own && speedup ? { speedups: new Map([[own.name, speedup.value]]) } : {}),
    // A product of two widths runs at neither's speed.
    ...(own && (weights.bits !== activations.bits || isWideBeyondTimings(inputs.wideLayers))
      ? { withoutSpeed: new Set([own.name]) }
      : {}),
  };
}

/** The accelerator on which runs in a format were published first; undefined for formats that none is known to speed up. */
function usualHardware(format: NumberFormat): Accelerator | undefined {
  switch (productKind(format)) {
    case "bf16":
    case "fp8":
    case "fp8 per tensor":
    case "fp8 per channel":
    case "fp8 in blocks":
      return hardwareNamed("h100");
    case "mxfp8":
    case "mxfp6":
    case "mxfp4":
    case "nvfp4":
    case "fp4":
      return hardwareNamed("b200");
    default:
      return undefined;
  }
}
