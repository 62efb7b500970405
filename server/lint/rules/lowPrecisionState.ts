import type { TrainingConfig } from "../../config/run/TrainingConfig.ts";
import { findLauncher } from "../../config/run/TrainingConfig.ts";
import type { Fact } from "../../config/run/TrainingRun.ts";
import { isSixteenBitOrWider, type NumberFormat, SIXTEEN_BIT } from "../../science/formats/NumberFormat.ts";
import { unmovedBeyond } from "../../science/formats/rounding.ts";
import { relatedFacts } from "../wording/relatedFacts.ts";
import { choiceFixes } from "./fixes/keyFix.ts";
import type { RawFinding, Rule } from "./Rule.ts";

/**
 * Standard deviation of the weights of a linear layer: 0.02 is the initialization of GPT-2, and about what trained
 * language models keep (`initializer_range` in their configs).
 */
const TYPICAL_WEIGHT = 0.02;

/** That of LoRA's matrix A at a width of 4,096: it starts even within ±1/√width. */
const TYPICAL_ADAPTER = 0.009;

/** Weights that are kept in 16 bits only, where the steps of the optimizer are too small for them. */
export const lowPrecisionState: Rule = {
  name: "low-precision-state",
  summary: "Weights kept in 16 bits only, with steps that round away",
  severity: "warning",
  otherwise:
    "information for optimizer states in 8 bits or fewer, hint where a launcher may keep FP32 copies",
  category: "arithmetic",
  fix: "changes the run",
  check({ config }) {
    const { masterWeights, stage } = config.run.facts;
    if (masterWeights === undefined || stage?.value === "quantize") return [];
    if (masterWeights.value.kind !== "float" || masterWeights.value.bits !== SIXTEEN_BIT.bits) return [];
    if (isOn(config, "keepsSmallUpdates") || launcherOf(config) === "decides") return [];
    return smallSteps(config, masterWeights) ?? quantizedStates(config, masterWeights);
  },
};

/** Whether a launcher brings an engine that decides how weights are kept; unknown where none is named that may. */
function launcherOf(config: TrainingConfig): "none" | "unknown" | "decides" {
  const launcher = findLauncher(config.companions);
  if (launcher) return isOn(launcher, "launcherDecides") ? "decides" : "none";
  return isOn(config, "launcherDecides") ? "unknown" : "none";
}

function isOn({ properties }: TrainingConfig, property: string): boolean {
  return properties.known.get(property)?.value === true;
}

function smallSteps(
  config: TrainingConfig,
  masterWeights: Fact<NumberFormat>,
): readonly RawFinding[] | undefined {
  const { learningRate } = config.run.facts;
  const { mantissa, label } = masterWeights.value;
  const span = masterWeights.at[0] ?? learningRate?.at[0];
  if (!learningRate || !span || mantissa === undefined || !isOn(config, "adaptiveStep")) return undefined;
  const trainable = config.properties.known.get("trainable")?.value;
  if (trainable === undefined) return undefined;
  const adapters = trainable === "adapters";
  const typical = adapters ? TYPICAL_ADAPTER : TYPICAL_WEIGHT;
  const unmoved = unmovedBeyond(mantissa, learningRate.value);
  if (unmoved >= typical) return undefined;
  const enough = typical / unmovedBeyond(mantissa, 1);
  const launcher = launcherOf(config) === "unknown";
  const message =
    `${label} keeps ${mantissa + 1} significant bits, so an update of less than 2^−${mantissa + 2} of a weight rounds away. A step is about the learning rate, ` +
    `${shortNumber(learningRate.value)}: ${adapters ? "entries" : "weights"} beyond ±${shortNumber(unmoved)} never move, and ${adapters ? "those of LoRA's A are about" : "typical ones are"} ±${typical}. ` +
    `Keep the weights in FP32 between the steps${launcher ? "" : `; from a learning rate of ${shortNumber(enough)} on it does not arise`}.` +
    `${launcher ? " DeepSpeed and FSDP may do so, and this file does not say whether the launcher brings one: `# bitlaw: accelerate_config=…` names its file." : ""}`;
  return [
    {
      span,
      message,
      related: relatedFacts(span, [["Learning rate", learningRate]]),
      fixes: choiceFixes(config, "masterWeights"),
      ...(launcher ? { severity: "hint" } : {}),
    },
  ];
}

/** 8-bit states are known to do well; but with 16-bit weights nothing of the run has more bits. */
function quantizedStates(config: TrainingConfig, masterWeights: Fact<NumberFormat>): readonly RawFinding[] {
  const { optimizerState } = config.run.facts;
  const span = optimizerState?.at[0];
  if (!optimizerState || !span || isSixteenBitOrWider(optimizerState.value)) return [];
  if (config.properties.known.get("trainable")?.value === "adapters" || launcherOf(config) === "unknown")
    return [];
  const message =
    `${optimizerState.value.bits}-bit optimizer states beside ${masterWeights.value.label} weights: nothing in this run is kept in more than 16 bits. ` +
    "Block-wise 8-bit states alone train as well as 32-bit ones (Dettmers et al. 2021); with weights that round their updates the two errors add up. Keep one of the two in FP32.";
  return [
    {
      span,
      message,
      severity: "information",
      related: relatedFacts(span, [["Weights between the steps", masterWeights]]),
      fixes: choiceFixes(config, "masterWeights", "optimizerState"),
    },
  ];
}

/** Two significant digits: 2e-5, 0.01, 3.9e-5. */
function shortNumber(value: number): string {
  const rounded = Number(value.toPrecision(2));
  return rounded < 1e-3 ? rounded.toExponential() : String(rounded);
}
