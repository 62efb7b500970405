import { median } from "../../../science/numerics/statistics.ts";
import type {
  FormatJudgement,
  RunJudgement,
  StabilityJudgement,
} from "../../../science/stability/judgeStability.ts";
import { columns, type Style } from "../Style.ts";
import { outcomeText, spikesText } from "./runText.ts";
import type { StabilityReport } from "./StabilityReport.ts";
import { countText, rangeText, rateText, spreadText } from "./stabilityNumbers.ts";
import { verdictText } from "./verdictText.ts";

/** The name of an unknown format or learning rate. */
export const NO_FORMAT = "(not known)";

/** The report on stability for a terminal. */
export function stabilityText({ judgement, notes }: StabilityReport, style: Style): string {
  const sections: readonly (readonly [title: string, lines: readonly string[]])[] = [
    ["Formats", columns(formatRows(judgement), style)],
    ["Final loss, mean ± standard deviation over seeds", columns(settingRows(judgement), style)],
    ["As robust?", verdictLines(judgement)],
    ["Runs that did not converge, and spikes", columns(runRows(judgement), style)],
    ["Notes", [...notes, ...generalNotes(judgement)].map((note) => `  ${note}`)],
  ];
  const texts = sections.flatMap(([title, lines]) =>
    lines.length === 0 ? [] : [[style.strong(title), ...lines].join("\n")],
  );
  return `${[style.strong(headline(judgement)), ...texts].join("\n\n")}\n`;
}

/** `Stability of 12 runs in 2 formats, against bf16`. */
export function headline({ formats, baseline }: StabilityJudgement): string {
  const runs = formats.reduce((sum, format) => sum + format.runs.length, 0);
  const against = formats.length > 1 && baseline !== undefined ? `, against ${baseline}` : "";
  return `Stability of ${countText(runs, "run")} in ${countText(formats.length, "format")}${against}`;
}

export function formatRows({ formats }: StabilityJudgement): readonly (readonly string[])[] {
  return [
    ["format", "runs", "failed", "unfinished", "with spikes", "norm before a spike", "usable learning rates"],
    ...formats.map((one) => [
      one.format ?? NO_FORMAT,
      String(one.count.runs),
      String(one.count.failed),
      String(one.unfinished),
      String(one.withSpikes),
      growthText(one),
      rangeText(one.usable),
    ]),
  ];
}

function growthText({ runs }: FormatJudgement): string {
  const grown = median(runs.flatMap(({ growth }) => growth?.growth ?? []));
  return grown === undefined ? "–" : `${grown.toPrecision(2)}×`;
}

export function settingRows({ formats }: StabilityJudgement): readonly (readonly string[])[] {
  const rows = formats.flatMap(({ format, rates }) =>
    rates.map(({ learningRate, runs, failed, finalLoss }) => [
      format ?? NO_FORMAT,
      learningRate === undefined ? NO_FORMAT : rateText(learningRate),
      String(runs),
      String(failed),
      spreadText(finalLoss),
    ]),
  );
  return rows.length === 0 ? [] : [["format", "learning rate", "runs", "failed", "final loss"], ...rows];
}

function verdictLines({ formats, baseline }: StabilityJudgement): readonly string[] {
  return formats.flatMap(({ format, comparison }) =>
    comparison === undefined || format === undefined || baseline === undefined
      ? []
      : verdictText(format, baseline, comparison).map((line, i) => `${i === 0 ? "  " : "    "}${line}`),
  );
}

function runRows({ formats, reference }: StabilityJudgement): readonly (readonly string[])[] {
  const isWorthListing = (one: RunJudgement) =>
    one.convergence.outcome !== "converged" || one.spikes.length > 0;
  return formats
    .flatMap(({ runs }) => runs)
    .filter(isWorthListing)
    .map((one) => [one.run.name, outcomeText(one, reference), spikesText(one)]);
}

/** What holds of every report: the detector, and what limits it here. */
export function generalNotes({
  settings,
  formats,
  baseline,
  withoutLoss,
}: StabilityJudgement): readonly string[] {
  const compared = formats.some(({ comparison }) => comparison !== undefined);
  const names = formats.flatMap(({ format }) => format ?? []);
  return [
    `A spike is a rise of the loss, averaged over ${settings.window} steps, by more than ${settings.threshold} nats in one step (Su et al. 2025). A run fails where its loss ends not finite, not below its start, or more than ${countText(settings.margin, "nat")} above the other runs or, stopped early, above its own lowest average.`,
    ...(compared
      ? []
      : [
          baseline !== undefined && !names.includes(baseline)
            ? `There is no run in ${baseline}, so there is nothing to compare with${names.length > 0 ? `; there are runs in ${names.join(", ")}` : ""}.`
            : "Robustness is a comparison: add runs in a wider format.",
        ]),
    ...(withoutLoss.length > 0
      ? [`Without a logged loss, and left out: ${withoutLoss.map(({ name }) => name).join(", ")}.`]
      : []),
  ];
}
