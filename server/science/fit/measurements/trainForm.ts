import type { LawNumbers } from "../../laws/Law.ts";
import { bundledTraining } from "../../measurements/bundledMeasurements.ts";
import { readTrainingTable } from "../../measurements/readTrainingTable.ts";
import { recipeContradiction } from "../../measurements/recipeContradiction.ts";
import type { TrainingMeasurement } from "../../measurements/TrainingMeasurement.ts";
import type { Table, TableProblem } from "../../tables/readTable.ts";
import { narrowRange } from "../identifiability.ts";
import { fitOwnRuns, LEAST_SCATTER } from "../train/fitOwnRuns.ts";
import { fitTrain } from "../train/fitTrain.ts";
import { leaveLabsOut } from "../train/leaveLabsOut.ts";
import type { TrainObservation } from "../train/TrainObservation.ts";
import { trainLawFile } from "../train/trainLawFile.ts";
import { trainObservations } from "../train/trainObservations.ts";
import type { FamilyScore, MeasurementFit, MeasurementForm, MeasurementsToFit } from "./MeasurementForm.ts";
import { repeatedRows } from "./repeatedRows.ts";

/** Fewer runs than these move no prior. */
const FEWEST_ROWS = 6;

/** Rows below this cannot be distinguished from noise; nats per token. */
const RESOLVED = 0.005;

/** The law of training in low precision, as `bitlaw-train` is fitted. */
export const trainForm: MeasurementForm = {
  name: "train",
  summary:
    "loss of pre-training in few bits, by the rounding errors of the formats of weights, activations and gradients, N and D",
  bundled: "bundled:training",
  read: (table) => (table === undefined ? published() : own(table)),
};

function published(): MeasurementsToFit {
  const { measurements } = bundledTraining();
  return {
    problems: [],
    goesOn: true,
    warnings: [],
    fit: async () => fitOf(measurements, "published"),
  };
}

/** Rows that cannot be read, or contradict themselves, are left out. */
function own(table: Table): MeasurementsToFit {
  const read = readTrainingTable(table);
  const contradictions = read.measurements.flatMap((one) => recipeContradiction(one) ?? []);
  const lines = new Set(contradictions.map(({ line }) => line));
  const measurements = read.measurements.filter(({ line }) => !lines.has(line));
  const problems: readonly TableProblem[] = [...read.problems, ...contradictions].sort(
    (a, b) => a.line - b.line,
  );
  return {
    problems,
    goesOn: measurements.length > 0,
    warnings: repeatedRows(measurements),
    fit: async () => fitOf(measurements, "own"),
  };
}

function fitOf(
  measurements: readonly TrainingMeasurement[],
  whose: "published" | "own",
): MeasurementFit | { readonly problem: string } {
  const { observations: usable, leftOut } = trainObservations(measurements);
  const grouping =
    whose === "published" ? GROUPINGS[0] : GROUPINGS.find(({ of }) => new Set(usable.map(of)).size > 1);
  const problem = problemOf(usable, leftOut, grouping);
  if (problem !== undefined || grouping === undefined) return { problem: problem ?? ONE_SETTING };
  const observations = usable.map((one) => ({ ...one, lab: grouping.of(one) }));
  const fitter = whose === "published" ? fitTrain : fitOwnRuns;
  const { fit: record = {}, constants, ...law } = trainLawFile(observations, fitter);
  const deviation =
    whose === "published" ? constants["deviation"] : Math.max(LEAST_SCATTER, constants["deviation"] ?? 0);
  return {
    law: {
      form: "train",
      about: ["training", "quantization-aware training"],
      numbers: kindsOf(observations),
      tensors: ["weights", "activations", "gradients"],
      counts: "nonEmbeddingParameters",
      constants: { ...constants, ...(deviation === undefined ? {} : { deviation }) },
      ...law,
      notes: whose === "published" ? [] : [PRIORS],
    },
    record: { ...record, leftOutBy: grouping.names[1] },
    rows: observations.length,
    leftOut,
    families: scoresOf(observations, fitter),
    groupedBy: grouping.names,
    warnings: whose === "published" ? [] : warningsOf(observations),
  };
}

const PRIORS =
  "The priors are centred at the constants of bitlaw-train; what the runs do not tell stays near them: docs/fit.md.";

const ONE_SETTING =
  "All usable rows are of one setting: the same lab, source, N, D and formats. A fit needs runs that differ in one of them, best in N and in the format.";

interface Grouping {
  readonly names: readonly [one: string, several: string];
  readonly of: (observation: TrainObservation) => string;
}

/** What is left out in turn: the first of these that the runs differ in. */
const GROUPINGS: readonly Grouping[] = [
  { names: ["lab", "labs"], of: ({ lab }) => lab },
  { names: ["source", "sources"], of: ({ source }) => source },
  { names: ["size", "sizes"], of: ({ question }) => `N ${question.parameters}` },
  { names: ["length", "lengths"], of: ({ question }) => `D ${question.tokens}` },
  {
    names: ["format", "formats"],
    of: ({ question: { weights, activations, backward } }) =>
      [weights, activations, backward].map((format) => format?.name ?? "bf16").join(" / "),
  },
];

function problemOf(
  observations: readonly TrainObservation[],
  leftOut: Readonly<Record<string, number>>,
  grouping: Grouping | undefined,
): string | undefined {
  if (observations.length < FEWEST_ROWS) {
    const reasons = Object.entries(leftOut)
      .sort(([, a], [, b]) => b - a)
      .map(([reason, count]) => `${count} ${reason}`);
    const others = reasons.length === 0 ? "" : ` Left out: ${reasons.join(", ")}.`;
    return `The table has ${observations.length} usable rows, and a fit of the form train needs ${FEWEST_ROWS}: add runs with their N, D, formats and difference of losses.${others}`;
  }
  return grouping === undefined ? ONE_SETTING : undefined;
}

function warningsOf(observations: readonly TrainObservation[]): readonly string[] {
  const questions = observations.map(({ question }) => question);
  const formats = new Set(questions.map(({ weights, activations }) => `${weights.name} ${activations.name}`));
  const resolved = observations.filter(({ measured }) => Math.abs(measured) > RESOLVED).length;
  return [
    ...[
      narrowRange(
        "parameter count",
        "N",
        questions.map(({ parameters }) => parameters),
      ),
      narrowRange(
        "token count",
        "D",
        questions.map(({ tokens }) => tokens),
      ),
    ].filter((warning) => warning !== undefined),
    ...(formats.size < 2
      ? ["All runs have one format: how ΔL depends on the rounding error is that of bitlaw-train."]
      : []),
    ...(2 * resolved < observations.length
      ? [
          `Only ${resolved} of ${observations.length} runs differ from 16 bits by more than 0.005 nats, which is about what seeds do.`,
        ]
      : []),
  ];
}

function kindsOf(observations: readonly TrainObservation[]): readonly LawNumbers[] {
  const kinds = new Set(
    observations.flatMap(({ question: { weights, activations, backward } }) =>
      [weights, activations, backward].flatMap((format) => (format && format.bits < 16 ? [format.kind] : [])),
    ),
  );
  return (["integer", "float", "codebook"] as const).filter((kind) => kinds.has(kind));
}

/** How each group is predicted by a fit to the others, on the runs whose ΔL is above noise. */
function scoresOf(
  observations: readonly TrainObservation[],
  fitter: NonNullable<Parameters<typeof leaveLabsOut>[1]>,
): readonly FamilyScore[] {
  return leaveLabsOut(observations, fitter).map(({ lab, predictions }) => {
    const judged = predictions.filter(({ observation }) => Math.abs(observation.measured) > RESOLVED);
    const within = (factor: number) => {
      const near = judged.filter(
        ({ observation, predicted }) =>
          Math.abs(Math.log(predicted / observation.measured)) <= Math.log(factor),
      );
      return judged.length === 0 ? null : near.length / judged.length;
    };
    return {
      family: lab,
      rows: predictions.length,
      within1_5: within(1.5),
      within2: within(2),
      coverage80: null,
    };
  });
}
