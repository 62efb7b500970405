import sourceFile from "../../data/throughput/sources.json" with { type: "json" };
import speeds from "../../data/throughput/speeds.csv" with { type: "text" };
import { type MeasurementsRead, readRows } from "../measurements/MeasurementsRead.ts";
import { RowCells, readPositive, readText } from "../tables/readCell.ts";
import { type Row, readTable } from "../tables/readTable.ts";

/** How fast one run trained in a format, against the same run in BF16. */
export interface MeasuredSpeed {
  readonly id: string;
  /** The document, by its name in sources.json. */
  readonly source: string;
  /** By its name in server/data/hardware/accelerators.json. */
  readonly accelerator: string;
  readonly generation: string;
  /** All parameters, those of every expert among them. */
  readonly parameters: number;
  /** Those that one token uses. */
  readonly active: number;
  readonly isMixture: boolean;
  /** A `ProductKind`. */
  readonly format: string;
  /** Tokens per second in the format / in BF16. */
  readonly ratio: number;
  /** Both speeds are printed by the source, or only their ratio. */
  readonly kind: "measured" | "stated";
  /** Tokens per second and accelerator in BF16, where the source prints them. */
  readonly bf16TokensPerSecond: number | undefined;
  readonly flags: readonly string[];
}

const sources: Readonly<Record<string, string>> = sourceFile.sources;

let read: MeasurementsRead<MeasuredSpeed> | undefined;

/** The speeds that come with Bitlaw, read at the first call. */
export function measuredSpeeds(): MeasurementsRead<MeasuredSpeed> {
  read ??= readSpeeds();
  return read;
}

/** Title and place of a document of the table. */
export function speedSource(name: string): string | undefined {
  return Object.hasOwn(sources, name) ? sources[name] : undefined;
}

function readSpeeds(): MeasurementsRead<MeasuredSpeed> {
  const reading = readTable(speeds);
  return "problem" in reading
    ? { measurements: [], problems: [reading.problem] }
    : readRows(reading.table, speedIn);
}

function speedIn(row: Row) {
  const cells = new RowCells(row);
  const source = cells.required(readText, "source", "");
  if (speedSource(source) === undefined) cells.reject("source", `${source} is not in sources.json: add it.`);
  const kind = cells.required(readText, "kind", "");
  if (kind !== "measured" && kind !== "stated")
    cells.reject("kind", `kind is “${kind}”: it is measured or stated.`);
  const measurement: MeasuredSpeed = {
    id: cells.required(readText, "id", ""),
    source,
    accelerator: cells.required(readText, "accelerator", ""),
    generation: cells.required(readText, "generation", ""),
    parameters: cells.required(readPositive, "parameters", 1),
    active: cells.required(readPositive, "active", 1),
    isMixture: cells.text("mixture") === "1",
    format: cells.required(readText, "format", ""),
    ratio: cells.required(readPositive, "ratio", 1),
    kind: kind === "measured" ? "measured" : "stated",
    bf16TokensPerSecond: cells.optional(readPositive, "bf16_tokens_per_second"),
    flags: cells.words("flags"),
  };
  return { measurement, problem: cells.problem };
}
