import type { Style } from "../../lint/report/Style.ts";
import { columns } from "../../lint/report/Style.ts";
import {
  type SharpnessSummary,
  type SharpnessTrend,
  sharpnessTrend,
  summarize,
} from "../../science/stability/sharpnessSummary.ts";
import { type Output, writeJson } from "../terminal/Output.ts";
import { shortNumber } from "../terminal/shortNumber.ts";
import { untilCancelled } from "../terminal/untilCancelled.ts";
import { readTargets, sharpnessOfFile } from "./sharpnessOfFile.ts";

/** The options of `bitlaw sharpness`. */
export interface SharpnessOptions {
  readonly targets: string;
  readonly epsilon: number;
  readonly format: "text" | "json";
}

interface Checkpoint extends SharpnessSummary {
  readonly path: string;
  /** The type of the logits. */
  readonly type: string;
}

/** That the definition is a reading of the paper is part of every output. */
const DEFINITION =
  "100·(max CE(z + δ) − CE(z))/(1 + CE(z)) over |δ_i| ≤ ε(|z_i| + 1), for the logits z of the last token: our reading of Lee et al. 2024 (arXiv 2405.18710).";

/**
 * `bitlaw sharpness`: the logit sharpness of checkpoints, in the order of the arguments. Exit code 2 where a file cannot
 * be used (the others are computed), 130 after Ctrl-C.
 */
export async function sharpnessOfCheckpoints(
  paths: readonly string[],
  { targets: targetsPath, epsilon, format }: SharpnessOptions,
  output: Output,
  signal: AbortSignal,
): Promise<number> {
  const read = await readTargets(targetsPath);
  if ("problem" in read) {
    output.error(`--targets ${read.problem}\n`);
    return 2;
  }
  return untilCancelled(signal, output, async () => {
    const checkpoints: Checkpoint[] = [];
    for (const path of paths) {
      const progress = (share: number) => output.progress?.(`Reading ${path} ${Math.floor(100 * share)} %`);
      const result = await sharpnessOfFile(path, { targets: read.targets, epsilon, signal, progress });
      output.progress?.(undefined);
      if ("problem" in result) output.error(`${result.problem}\n`);
      else checkpoints.push({ path, type: result.type, ...summarize(result.values) });
    }
    const trend = sharpnessTrend(checkpoints);
    if (format === "json") writeJson(sharpnessJson(epsilon, checkpoints, trend), output);
    else if (checkpoints.length > 0) output.out(sharpnessText(epsilon, checkpoints, trend, output.style));
    return checkpoints.length < paths.length ? 2 : 0;
  });
}

function sharpnessJson(
  epsilon: number,
  checkpoints: readonly Checkpoint[],
  trend: SharpnessTrend | undefined,
): unknown {
  const summaries = checkpoints.map(({ path, type, rows, notFinite, ...numbers }) => ({
    path,
    type,
    rows,
    notFinite,
    mean: numbers.mean ?? null,
    quantile10: numbers.quantile10 ?? null,
    median: numbers.median ?? null,
    quantile90: numbers.quantile90 ?? null,
    highest: numbers.highest ?? null,
  }));
  return { version: 1, epsilon, definition: DEFINITION, checkpoints: summaries, trend: trend ?? null };
}

function sharpnessText(
  epsilon: number,
  checkpoints: readonly Checkpoint[],
  trend: SharpnessTrend | undefined,
  style: Style,
): string {
  const number = (value: number | undefined) => (value === undefined ? "–" : shortNumber(value));
  const rows = checkpoints.map((one) => [
    one.path,
    String(one.rows),
    String(one.notFinite),
    ...[one.mean, one.quantile10, one.median, one.quantile90, one.highest].map(number),
    one.type,
  ]);
  const header = ["checkpoint", "rows", "not finite", "mean", "10 %", "median", "90 %", "highest", "logits"];
  const lines = [
    style.strong(`Logit sharpness in percent, ε = ${epsilon}`),
    ...columns([header, ...rows], style),
    ...(trend ? ["", trendText(trend, checkpoints)] : []),
    "",
    style.faint(DEFINITION),
  ];
  return `${lines.join("\n")}\n`;
}

function trendText(
  { first, last, ratio, rising, steps }: SharpnessTrend,
  checkpoints: readonly Checkpoint[],
): string {
  const which = checkpoints.some(({ mean }) => mean === undefined)
    ? "From the first to the last checkpoint with a mean it"
    : "From the first checkpoint to the last the mean";
  const means = `${which} goes from ${shortNumber(first)} to ${shortNumber(last)} (${ratio.toPrecision(3)}×); it rises in ${rising} of ${steps} steps.`;
  const left = checkpoints.some(({ notFinite }) => notFinite > 0)
    ? " Logits that are not finite are a divergence already, and without their rows the means are not of the same sequences."
    : "";
  return `${means} A rise may come before a divergence; there is no published threshold.${left}`;
}
