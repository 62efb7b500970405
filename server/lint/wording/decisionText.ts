import { formatQuantity } from "../../config/run/quantity.ts";
import type { Quantiles } from "../../science/decision/breakEven.ts";
import type { TrainingOption } from "../assessment/Assessment.ts";
import type { FormatDecision, FormatGap, FormatSpeed, PlannedRun } from "../assessment/decideFormats.ts";
import { predictedChange } from "./changeText.ts";
import { extrapolation } from "./domain.ts";
import { compactRange } from "./intervalText.ts";
import { percent, signedNats, times, unsignedNats } from "./numbers.ts";
import { disagreementNote } from "./recordText.ts";

/** No format is this many times as fast as BF16, so that a break-even speed-up beyond it is none. */
const OUT_OF_REACH = 20;

/** A share of time or tokens of this size and more is all of it. */
const ALL = 0.995;

/** A factor of speed: "1.24×", "4.0×", and "none" beyond all that a format could reach. */
export function speedUpText(factor: number): string {
  if (factor > OUT_OF_REACH) return "none";
  return `${factor >= 1.995 ? factor.toFixed(1) : factor.toFixed(2)}×`;
}

/** 1 − 1/ρ, the time that a format saves at the same tokens: "19 %"; "12 % more" where it is slower. */
function timeSavedText(speed: number): string {
  const share = 1 - 1 / speed;
  return share < 0 ? `${percent(-share)} more` : percent(share);
}

/** The time saved over the range of the measured speeds: "32–37 %". */
export function timeSavedRange({ low, high }: Quantiles): string {
  const [less, more] = [timeSavedText(low), timeSavedText(high)];
  if (less === more) return more;
  return low < 1 || high < 1 ? `${less} to ${more}` : `${less.replace(" %", "")}–${more}`;
}

/** "20 % less time than BF16", or "12 % more time than BF16". */
function timeAgainstBf16(speed: number): string {
  return `${percent(Math.abs(1 - 1 / speed))} ${speed < 1 ? "more" : "less"} time than BF16`;
}

/** A share of the tokens: "75 %", "all". */
export function tokensLostText(share: number): string {
  return share >= ALL ? "all" : percent(share);
}

/** A number of tokens up to which a format makes up for its gap: "300B", "any", "none". */
function borderText(tokens: number): string {
  if (tokens === 0) return "none";
  return tokens === Number.POSITIVE_INFINITY ? "any" : formatQuantity(tokens);
}

/** Why the verdict on a format is what it is, in whole sentences. Empty for BF16 itself. */
export function decisionText(one: FormatDecision, run: PlannedRun): string {
  const { decision, gap, speed, better, format, onHardware } = one;
  const name = format.label;
  switch (decision?.because) {
    case "no faster":
      return `${name} does not pay: it is no faster than BF16 here${speed ? `, ${speedUpText(speed.mid)} of its speed` : ""}.`;
    case "another format is better":
      return `${name} does not pay: ${better?.label} is at least as fast, at no more loss.`;
    case "speed not known":
      return `What ${name} is worth is not shown: ${speedMissing(one, run)}.`;
    case "gap not known":
      return sentence(`What ${name} is worth is not shown: ${gapMissing(one)}`);
    case "lower loss in the same time":
      return `${name} pays: ${trade(one)}. ${sameTimeText(one)}${breakEvenClause(gap)}.`;
    case "gap within run noise":
      return `${name} saves time: ${trade(one)}, which is within run noise. ${sameTimeText(one)}${breakEvenClause(gap)}.`;
    case "16 bits end lower in the same time":
      return `${name} trades: ${trade(one)}. ${sameTimeText(one)}${breakEvenClause(gap)}.`;
    case "open which ends lower in the same time":
      return `${name} trades: ${trade(one)}. ${sameTimeText(one)}, but which ends lower is open${breakEvenClause(gap)}.`;
    case undefined:
      return onHardware === "missing" ? `${run.hardware?.label} has no matrix products in ${name}.` : "";
  }
}

/** A reason may end with a question. */
function sentence(text: string): string {
  return text.endsWith("?") ? text : `${text}.`;
}

function trade({ gap, speed }: FormatDecision): string {
  const time = speed ? timeText(speed) : "an unknown time";
  return "because" in gap ? time : `${time} for ${gapText(gap)}`;
}

function timeText(speed: Quantiles): string {
  return speed.high < 1 ? timeAgainstBf16(speed.mid) : `${timeSavedRange(speed)} less time than BF16`;
}

/** ΔL with its interval, for a sentence: "+0.057 nats (80 %: 0.028–0.12)". */
export function gapText({ delta, interval }: Pick<FormatGap, "delta" | "interval">): string {
  return `${signedNats(delta)} nats${interval ? ` (${compactRange(interval)})` : ""}`;
}

/** What a format does in the place of BF16, without its name: "trades 36 % of the time for +0.057 nats (80 %: 0.028–0.12)". */
export function outcomeText(one: FormatDecision): string {
  const { gap, speed, decision, better } = one;
  const cost = "because" in gap ? "an unknown gap" : gapText(gap);
  const time = speed && percent(Math.abs(1 - 1 / speed.mid));
  switch (decision?.because) {
    case "no faster":
      return `does not pay: no faster than BF16 here, for ${cost}`;
    case "another format is better":
      return `does not pay at ${cost}: ${better?.label} is at least as fast and loses no more`;
    case "speed not known":
      return `costs ${cost}, and no speed of it is known here`;
    case "gap not known":
      return `saves ${time ?? "unknown"} of the time for ${cost}, how exact is not known`;
    case "lower loss in the same time":
      return `pays: ${time} less time for ${cost}`;
    case "gap within run noise":
      return `saves ${time} of the time for ${cost}, within run noise`;
    case "16 bits end lower in the same time":
    case "open which ends lower in the same time":
      return `trades ${time} of the time for ${cost}`;
    case undefined:
      return "loses nothing";
  }
}

/** What another format would do, in few words: "saves 20 % for +0.009 nats". */
export function alternativeText(one: FormatDecision): string {
  const { gap, speed, decision } = one;
  if (decision === undefined) return "loses nothing";
  const cost = "because" in gap ? "an unknown gap" : `${signedNats(gap.delta)} nats`;
  const noise = decision.verdict === "saves time" ? ", within run noise" : "";
  if (speed === undefined || speed.mid <= 1) return `costs ${cost}`;
  return `saves ${percent(1 - 1 / speed.mid)} of the time for ${cost}${noise}`;
}

/** What a change of the format does, for the title of a fix: "−0.048 nats, 20 % less time than BF16". */
export function optionEffect(current: TrainingOption, other: TrainingOption): string {
  const change = predictedChange(current, other);
  const { speed } = other.outcome;
  return speed === undefined ? change : `${change}, ${timeAgainstBf16(speed.mid)}`;
}

/**
 * Where the numbers about some formats come from: "`bitlaw-train`, inside its fit; speeds on Blackwell (assumed; declare
 * `hardware=`)." The law and its domain are those of the first format that has a gap.
 */
export function decisionSource(outcomes: readonly FormatDecision[], run: PlannedRun): string {
  const [gap] = outcomes.flatMap((one) => ("because" in one.gap || one.format.bits >= 16 ? [] : one.gap));
  const law = gap && `\`${gap.applied.law.file.name}\`, ${gapDomain(gap)}`;
  const assumed = run.isHardwareAssumed ? " (assumed; declare `hardware=`)" : "";
  const isMeasured = run.hardware !== undefined && outcomes.some(({ speed }) => speed !== undefined);
  const measured = isMeasured ? `speeds on ${run.hardware?.generation}${assumed}` : undefined;
  return `${[law, measured].filter((part) => part !== undefined).join("; ")}.`;
}

/** The other reading of a speed: "In the same time it sees 3.12T tokens and ends 0.034 nats above BF16". */
function sameTimeText({ sameTime }: FormatDecision): string {
  if (sameTime === undefined) return "What it reaches in the same time is not known";
  const { tokens, above } = sameTime;
  const side = above < 0 ? "below" : "above";
  return `In the same time it sees ${formatQuantity(tokens)} tokens and ends ${unsignedNats(Math.abs(above))} nats ${side} BF16`;
}

function breakEvenClause(gap: FormatDecision["gap"]): string {
  if ("because" in gap) return "";
  const { low, mid, high } = gap.breakEven;
  if (low > OUT_OF_REACH) return ": no speed-up makes up for the gap";
  if (mid > OUT_OF_REACH) return `: break-even beyond ${OUT_OF_REACH}× (${speedUpText(low)} to none)`;
  const lost = gap.tokensLost.mid;
  const range = `${tokensLostText(gap.tokensLost.low)} to ${tokensLostText(gap.tokensLost.high)}`;
  const share = lost > 0 ? `, as if ${tokensLostText(lost)} of the tokens were lost (${range})` : "";
  return `: break-even ${speedUpText(mid)} (${speedUpText(low)} to ${speedUpText(high)})${share}`;
}

function speedMissing({ format, onHardware }: FormatDecision, { hardware }: PlannedRun): string {
  if (hardware === undefined) return "its speed depends on the accelerator, which is not named";
  if (onHardware === "missing") return `${hardware.label} has no matrix products in ${format.label}`;
  const emulated = onHardware === "emulated" ? ", which runs it in the products of another format" : "";
  return `no published run has its speed on ${hardware.label}${emulated}`;
}

function gapMissing({ gap }: FormatDecision): string {
  if ("because" in gap) return gap.because;
  const { applied } = gap;
  const disagreement = disagreementNote(applied.record);
  return `how far ΔL ${signedNats(gap.delta)} of ${applied.law.file.name} may be off is not known${disagreement ? `; ${disagreement}` : ""}`;
}

/** Where a speed comes from: "1.47–1.58×, 3 pairs of 3 sources: 1B to 10B parameters, dense, on Blackwell". */
export function speedText(speed: FormatSpeed): string {
  const { low, mid, high } = speed;
  if (speed.from === "declared") return `${speedUpText(mid)}, declared`;
  const range = low === high ? "" : ` (${speedUpText(low)} to ${speedUpText(high)})`;
  const { pairs, sources, note } = speed;
  const what = speed.from === "stated" ? "ratio" : "pair";
  const count = `${pairs} ${speed.from === "stated" ? "stated " : "measured "}${what}${pairs === 1 ? "" : "s"} of ${sources.length} source${sources.length === 1 ? "" : "s"}`;
  const nearest = speed.from === "nearest class" ? "the nearest class that was measured, " : "";
  return `${speedUpText(mid)}${range}, ${count}: ${nearest}${note}`;
}

/** The law behind a gap: "sun-2025, tokens 19× beyond its fit". */
export function gapSource(gap: FormatGap): string {
  return `${gap.applied.law.file.name}, ${gapDomain(gap)}`;
}

function gapDomain({ applied }: FormatGap): string {
  return extrapolation(applied.prediction.domain) ?? "inside its fit";
}

/** "up to 300B tokens (120B to 900B)": the sizes up to which a format makes up for its gap at its speed. */
export function breakEvenSizeText({ low, mid, high }: Quantiles): string {
  if (mid === 0) return "at no number of tokens";
  if (mid === Number.POSITIVE_INFINITY) return "at any number of tokens";
  return `up to ${borderText(mid)} tokens (${borderText(low)} to ${borderText(high)})`;
}

/** A factor of the perplexity: "×1.06". */
export function perplexityText(factor: number): string {
  return factor >= 10 ? `×${times(factor).replace("×", "")}` : `×${factor.toFixed(factor < 1.01 ? 4 : 2)}`;
}
