import { parseNumberFormat } from "../../formats/parseNumberFormat.ts";
import type { RunLog } from "../RunLog.ts";
import { SeriesBuilder } from "../SeriesBuilder.ts";
import { columnRoles, noLossesText, type Role, type RunColumns } from "./columnRoles.ts";
import { type LogProblems, printable } from "./LogProblems.ts";

/** An entry of a log: values by the names that the log gives them. */
export type LogEntry = Readonly<Record<string, unknown>>;

/** Where a value is; the line counts from 1 and is not known in binary files. */
export interface LogPlace {
  readonly file: string;
  readonly line?: number;
}

/** A run as its log has it. `name` is undefined where the file says nothing and has one run only. */
export interface CollectedRun extends Omit<RunLog, "name"> {
  readonly name?: string;
}

/** Columns that distinguish the runs in one file. */
const IDENTITY: readonly Role[] = ["run", "format", "seed", "peakRate"];

/** Sorts the records of one log file into runs. */
export class RunCollector {
  readonly #file: string;
  readonly #problems: LogProblems;
  readonly #runs = new Map<string, OpenRun>();
  readonly #roles = new Map<string, readonly RunColumns[]>();
  #records = 0;

  constructor(file: string, problems: LogProblems) {
    this.#file = file;
    this.#problems = problems;
  }

  /** `roles` are those of the record's names, where all records of the file have the same. */
  add(record: LogEntry, line: number, roles = this.#rolesOf(Object.keys(record))): void {
    this.#records += 1;
    // The Hugging Face Trainer ends its log with the mean loss of the whole training under the name of a loss.
    if (record["train_runtime"] !== undefined) return;
    for (const { run, columns } of roles) {
      this.#addRun(record, line, run, columns);
    }
  }

  /** A single value, as TensorBoard has them. */
  addScalar(role: Role, step: number, value: number): void {
    const run = this.#runOf({}, undefined, {});
    if (role === "loss" || role === "gradientNorm") this.#addValue(run, role, step, value, undefined);
    else if (role === "learningRate" || role === "peakRate") run.peak = Math.max(run.peak ?? 0, value);
    else if (role === "seed") run.seed = value;
  }

  /** Adds a problem if no record had a loss, with the names that the records have. */
  checkLosses(): void {
    if ([...this.#roles.values()].some((roles) => roles.some(({ columns }) => columns.loss !== undefined)))
      return;
    const names = new Set([...this.#roles.keys()].flatMap((keys) => (keys === "" ? [] : keys.split("\0"))));
    this.#problems.add("no losses", this.#file, undefined, () => noLossesText([...names]));
  }

  runs(): readonly CollectedRun[] {
    const opened = [...this.#runs.values()];
    const runs = opened.map((run) => ({
      name: run.name,
      format: run.format,
      seed: run.seed,
      learningRate: run.statedPeak ?? run.peak,
      loss: run.loss.build(),
      gradientNorm: run.hasNorm ? run.gradientNorm.build() : undefined,
    }));
    if (opened.some(({ loss }) => !loss.sorted)) this.#findMissingSteps(runs);
    return runs;
  }

  /** In an unsorted log a missing step may come later, so missing steps are found after sorting. */
  #findMissingSteps(runs: readonly CollectedRun[]): void {
    this.#problems.drop("missing steps", this.#file);
    for (const { loss } of runs) {
      const sorted = new SeriesBuilder();
      for (let i = 0; i < loss.steps.length; i++) {
        const step = loss.steps[i] ?? Number.NaN;
        const order = sorted.add(step, Number.NaN);
        if (typeof order === "object") this.#missing(order.missingAfter, step, undefined);
      }
    }
  }

  #missing(after: number, step: number, line: number | undefined): void {
    const message = () => `Nothing is logged between step ${after} and step ${step}.`;
    this.#problems.add("missing steps", this.#file, line, message);
  }

  #rolesOf(keys: readonly string[]): readonly RunColumns[] {
    const all = keys.join("\0");
    const known = this.#roles.get(all);
    if (known !== undefined) return known;
    const roles = columnRoles(keys);
    this.#roles.set(all, roles);
    return roles;
  }

  #addRun(record: LogEntry, line: number, named: string | undefined, columns: RunColumns["columns"]): void {
    const number = (role: Role) => this.#number(record, columns[role], line);
    const loss = number("loss");
    const norm = number("gradientNorm");
    const rate = number("learningRate");
    if (loss === undefined && norm === undefined && rate === undefined) return;
    const run = this.#runOf(record, named, columns);
    if (rate !== undefined && rate > (run.peak ?? 0)) run.peak = rate;
    if (loss === undefined && norm === undefined) return;
    const step = columns.step === undefined ? this.#records : number("step");
    if (columns.step === undefined) {
      const message = () => "No column has the step: the rows are numbered instead.";
      this.#problems.add("no step", this.#file, line, message);
    }
    if (step === undefined || !Number.isFinite(step)) {
      this.#problems.add("no step", this.#file, line, () => "The step is missing: the row is left out.");
      return;
    }
    if (loss !== undefined) this.#addValue(run, "loss", step, loss, line);
    if (norm !== undefined) this.#addValue(run, "gradientNorm", step, norm, line);
  }

  #addValue(
    run: OpenRun,
    role: "loss" | "gradientNorm",
    step: number,
    value: number,
    line: number | undefined,
  ): void {
    if (role === "gradientNorm") {
      run.hasNorm = true;
      run.gradientNorm.add(step, value);
      return;
    }
    const problem = (kind: "not finite" | "repeated step" | "unsorted steps", text: string) =>
      this.#problems.add(kind, this.#file, line, () => text);
    const order = run.loss.add(step, value);
    if (!Number.isFinite(value)) problem("not finite", `The loss is ${value} at step ${step}.`);
    if (order === "repeated") problem("repeated step", `Step ${step} is there again: the last value counts.`);
    else if (order === "earlier")
      problem("unsorted steps", `Step ${step} comes after a later one: the steps are sorted.`);
    else if (order !== "next") this.#missing(order.missingAfter, step, line);
  }

  #number(record: LogEntry, column: string | undefined, line: number): number | undefined {
    if (column === undefined) return undefined;
    const value = readValue(record[column]);
    if (typeof value !== "object") return value;
    this.#problems.add("not a number", this.#file, line, () => `[${column}] \`${value.text}\` is no number.`);
    return undefined;
  }

  #runOf(record: LogEntry, named: string | undefined, columns: RunColumns["columns"]): OpenRun {
    const text = (role: Role) => textOf(columns[role] === undefined ? undefined : record[columns[role]]);
    const isIdentified = IDENTITY.some((role) => columns[role] !== undefined);
    // Most logs are those of one run, and a long one has millions of records.
    const key = isIdentified ? [named, ...IDENTITY.map(text)].join("\0") : (named ?? "");
    const known = this.#runs.get(key);
    if (known !== undefined) return known;
    const [run, format, seed, peak] = [named ?? text("run"), text("format"), text("seed"), text("peakRate")];
    const parts = [format, seed && `seed ${seed}`, peak && `lr ${peak}`].filter(Boolean).join(", ");
    const opened: OpenRun = {
      name: run === undefined ? parts || undefined : printable(run),
      format: format === undefined ? undefined : printable(formatName(format)),
      seed: finite(seed),
      statedPeak: finite(peak),
      loss: new SeriesBuilder(),
      gradientNorm: new SeriesBuilder(),
      hasNorm: false,
    };
    this.#runs.set(key, opened);
    return opened;
  }
}

interface OpenRun {
  readonly name: string | undefined;
  readonly format: string | undefined;
  seed: number | undefined;
  readonly statedPeak: number | undefined;
  peak?: number;
  readonly loss: SeriesBuilder;
  readonly gradientNorm: SeriesBuilder;
  hasNorm: boolean;
}

/** A format as Bitlaw names it; what it does not know stays as it is. */
export function formatName(text: string): string {
  // Lightning writes `bf16-mixed` and `bf16-true`.
  const plain = text.trim().replace(/-(mixed|true)$/i, "");
  return parseNumberFormat(plain)?.name ?? text.trim().toLowerCase();
}

function textOf(value: unknown): string | undefined {
  if (typeof value === "number") return String(value);
  return typeof value === "string" && value.trim() !== "" ? value.trim() : undefined;
}

function finite(text: string | undefined): number | undefined {
  const number = Number(text ?? Number.NaN);
  return Number.isFinite(number) ? number : undefined;
}

/** A value of a log: a number, which may be NaN or infinite; undefined where it is absent; or text that is no number. */
export type LogValue = number | undefined | { readonly text: string };

const SPECIAL: ReadonlyMap<string, number> = new Map([
  ["nan", Number.NaN],
  ["-nan", Number.NaN],
  ["inf", Number.POSITIVE_INFINITY],
  ["+inf", Number.POSITIVE_INFINITY],
  ["-inf", Number.NEGATIVE_INFINITY],
  ["infinity", Number.POSITIVE_INFINITY],
  ["+infinity", Number.POSITIVE_INFINITY],
  ["-infinity", Number.NEGATIVE_INFINITY],
]);

/** Reads a cell of a CSV or a value of a JSON record as a number. Empty text, null and what is absent are undefined. */
function readValue(value: unknown): LogValue {
  if (typeof value === "number") return value;
  if (value === undefined || value === null) return undefined;
  if (typeof value !== "string") return { text: JSON.stringify(value).slice(0, 40) };
  const text = value.trim();
  if (text === "") return undefined;
  const number = Number(text);
  return Number.isNaN(number) ? (SPECIAL.get(text.toLowerCase()) ?? { text: text.slice(0, 40) }) : number;
}
