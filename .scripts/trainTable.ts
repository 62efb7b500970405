import { formatClass } from "../server/science/backtest/formatClass.ts";
import type { TrainObservation } from "../server/science/fit/train/TrainObservation.ts";
import type { Law } from "../server/science/laws/Law.ts";
import {
  type Judgement,
  judgementsBy,
  judgementsByFormat,
  judgementsOf,
  scoreOf,
  type TrainScore,
} from "./trainScores.ts";

/** Runs that are judged together. */
interface Group {
  readonly title: string;
  has(observation: TrainObservation): boolean;
}

const B = 1e9;

const SIZES: readonly Group[] = [
  between("below 200M parameters", 0, 0.2 * B, ({ question }) => question.parameters),
  between("200M to 1B parameters", 0.2 * B, B, ({ question }) => question.parameters),
  between("1B parameters and more", B, Number.POSITIVE_INFINITY, ({ question }) => question.parameters),
];

const LENGTHS: readonly Group[] = [
  between("below 50 tokens a parameter", 0, 50, lengthOf),
  between("50 to 150 tokens a parameter", 50, 150, lengthOf),
  between("150 tokens a parameter and more", 150, Number.POSITIVE_INFINITY, lengthOf),
];

/** How a law does on labs that its fit did not see, as a table in docs/laws.md: overall, by size, length, lab and formats. */
export function trainTable(law: Law, observations: readonly TrainObservation[]): readonly string[] {
  const judgements = judgementsOf(law, observations);
  const groups = [
    ...SIZES,
    ...LENGTHS,
    ...equal(observations, ({ lab }) => lab),
    ...equal(observations, ({ question }) => formatClass(question)),
  ];
  return [
    "| runs | number | resolved | median ratio | within 1.5× | within 2× | rank correlation | in the 80 % interval |",
    "|---|---|---|---|---|---|---|---|",
    ...[{ title: "all", has: () => true }, ...groups].map(({ title, has }) =>
      lineOf(title, scoreOf(judgements.filter(({ observation }) => has(observation)))),
    ),
  ];
}

/** The law beside a constant for each format and another law, each on the runs that both speak about. */
export function comparisonTable(
  law: Law,
  other: Law,
  observations: readonly TrainObservation[],
): readonly string[] {
  const own = judgementsOf(law, observations);
  return [
    "| prediction | number | resolved | within 1.5× | within 2× | rank correlation |",
    "|---|---|---|---|---|---|",
    ...beside(own, judgementsByFormat(observations), "the median of other labs' runs in these formats"),
    ...beside(own, judgementsBy(other, observations), `\`${other.file.name}\``),
  ];
}

function beside(own: readonly Judgement[], others: readonly Judgement[], title: string): readonly string[] {
  const judged = new Set(others.map(({ observation }) => observation));
  const same = scoreOf(own.filter(({ observation }) => judged.has(observation)));
  const line = (name: string, { rows, resolved, within1_5, within2, rank }: TrainScore) =>
    row([name, rows, resolved, percent(within1_5), percent(within2), twoDigits(rank)]);
  return [line(title, scoreOf(others)), line("`bitlaw-train` on the same runs", same)];
}

function lineOf(title: string, score: TrainScore): string {
  const { rows, resolved, medianRatio, within1_5, within2, rank, covered } = score;
  return row([
    title,
    rows,
    resolved,
    medianRatio?.toFixed(2) ?? "–",
    percent(within1_5),
    percent(within2),
    twoDigits(rank),
    percent(covered),
  ]);
}

function row(cells: readonly (string | number)[]): string {
  return `| ${cells.join(" | ")} |`;
}

/** A share in percent, rounded down: 0.7584 is 75 %. Six digits first, so that 0.29 stays 29 %. */
export function percent(value: number): string {
  return Number.isFinite(value) ? `${Math.floor(Number((value * 100).toPrecision(6)))} %` : "–";
}

function twoDigits(value: number | undefined): string {
  return value === undefined ? "–" : (Math.floor(value * 100) / 100).toFixed(2).replace("-", "−");
}

function between(
  title: string,
  from: number,
  to: number,
  of: (observation: TrainObservation) => number,
): Group {
  return { title, has: (observation) => from <= of(observation) && of(observation) < to };
}

function equal(
  observations: readonly TrainObservation[],
  of: (observation: TrainObservation) => string,
): readonly Group[] {
  const values = [...new Set(observations.map(of))].sort();
  return values.map((title) => ({ title, has: (observation) => of(observation) === title }));
}

function lengthOf({ question: { parameters, tokens } }: TrainObservation): number {
  return tokens / parameters;
}
