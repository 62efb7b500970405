import { decideFormats, leadingLawOf, type PlannedRun } from "../../lint/assessment/decideFormats.ts";
import { trainingTime } from "../../lint/assessment/trainingTime.ts";
import { weighQuantizations } from "../../lint/assessment/weighQuantizations.ts";
import { nearestRuns } from "../../science/measurements/nearestRuns.ts";
import { readCurrentLaws } from "../disk/readCurrentLaws.ts";
import { type Output, refuse, writeJson } from "../terminal/Output.ts";
import type { PredictOptions } from "./PredictOptions.ts";
import { plannedQuantization } from "./plannedQuantization.ts";
import { plannedRun } from "./plannedRun.ts";
import { predictJson } from "./predictJson.ts";
import { predictMarkdown, predictText } from "./predictText.ts";
import { quantizationJson } from "./quantizationJson.ts";
import { quantizationMarkdown, quantizationText } from "./quantizationText.ts";

/** Published runs beside each format. */
const NEAREST = 2;

/**
 * `bitlaw predict`: of training formats, or with `--quantize` of a quantization after training. The exit code is 2 where
 * there is no answer or a law file cannot be used, else 0; an option without which the rest makes sense is noted and left out.
 */
export function predictFormats(options: PredictOptions, output: Output): Promise<number> {
  const { quantize } = options;
  return quantize === undefined
    ? predictTraining(options, output)
    : predictQuantization(options, quantize, output);
}

async function predictTraining(options: PredictOptions, output: Output): Promise<number> {
  const question = plannedRun(options);
  if (typeof question === "string") return refuse(output, `error: ${question}`);
  const { laws, unusable } = await readCurrentLaws(output);
  const { run, worldSize, notes } = question;
  const answer = {
    ...question,
    decisions: decideFormats(run, leadingLawOf(run, laws)),
    published: publishedBeside(run),
    time: trainingTime(run, worldSize),
  };
  printNotes(notes, output);
  if (options.format === "json") writeJson(predictJson(answer), output);
  else if (options.format === "markdown") output.out(predictMarkdown(answer));
  else output.out(predictText(answer, output.style));
  return unusable ? 2 : 0;
}

function publishedBeside({ formats, parameters, tokens }: PlannedRun) {
  return new Map(
    formats.map((format) => [format.name, nearestRuns({ format, parameters, tokens }, NEAREST)] as const),
  );
}

async function predictQuantization(
  options: PredictOptions,
  quantize: string,
  output: Output,
): Promise<number> {
  const question = plannedQuantization(options, quantize);
  if (typeof question === "string") return refuse(output, `error: ${question}`);
  const { laws, unusable } = await readCurrentLaws(output);
  const answer = { ...question, rows: weighQuantizations(question.plan, laws) };
  printNotes(question.notes, output);
  if (options.format === "json") writeJson(quantizationJson(answer), output);
  else if (options.format === "markdown") output.out(quantizationMarkdown(answer));
  else output.out(quantizationText(answer, output.style));
  return unusable ? 2 : 0;
}

function printNotes(notes: readonly string[], output: Output): void {
  for (const note of notes) output.error(`note: ${note}\n`);
}
