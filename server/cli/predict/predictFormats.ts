import { decideFormats, leadingLawOf } from "../../lint/assessment/decideFormats.ts";
import { trainingTime } from "../../lint/assessment/trainingTime.ts";
import { readCurrentLaws } from "../disk/readCurrentLaws.ts";
import { type Output, refuse, writeJson } from "../terminal/Output.ts";
import { type PredictOptions, plannedRun } from "./plannedRun.ts";
import { predictJson } from "./predictJson.ts";
import { predictMarkdown, predictText } from "./predictText.ts";

/** `bitlaw predict`. The exit code is 2 where an option or a law file cannot be used, else 0. */
export async function predictFormats(options: PredictOptions, output: Output): Promise<number> {
  const question = plannedRun(options);
  if (typeof question === "string") return refuse(output, `error: ${question}`);
  const { laws, unusable } = await readCurrentLaws(output);
  const { run, worldSize } = question;
  const answer = {
    ...question,
    decisions: decideFormats(run, leadingLawOf(run, laws)),
    time: trainingTime(run, worldSize),
  };
  if (options.format === "json") writeJson(predictJson(answer), output);
  else if (options.format === "markdown") output.out(predictMarkdown(answer));
  else output.out(predictText(answer, output.style));
  return unusable ? 2 : 0;
}
