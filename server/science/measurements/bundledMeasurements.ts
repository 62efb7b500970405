import catalogue from "../../data/measurements/models.json" with { type: "json" };
import ptq from "../../data/measurements/ptq.csv" with { type: "text" };
import training from "../../data/measurements/training.csv" with { type: "text" };
import { SIXTEEN_BIT } from "../formats/NumberFormat.ts";
import { parseNumberFormat } from "../formats/parseNumberFormat.ts";
import { RowCells, readNumber, readPositive, readText } from "../tables/readCell.ts";
import { type Row, readTable } from "../tables/readTable.ts";
import { perplexityDifference, regimeOf } from "./degradation.ts";
import { type MeasurementsRead, readRows } from "./MeasurementsRead.ts";
import { parseGroup } from "./measuredFormat.ts";
import { methodClass } from "./methodClass.ts";
import type { QuantizationMeasurement } from "./QuantizationMeasurement.ts";
import { evaluationOf } from "./readQuantizationTable.ts";
import { countedBy } from "./readTrainingTable.ts";
import type { TrainingMeasurement } from "./TrainingMeasurement.ts";

interface Model {
  readonly family: string;
  readonly parameters: number;
  readonly nonEmbeddingParameters?: number;
  readonly tokens?: number;
}

const models: Readonly<Record<string, Model>> = catalogue.models;

let quantization: MeasurementsRead<QuantizationMeasurement> | undefined;
let lowPrecision: MeasurementsRead<TrainingMeasurement> | undefined;

/** The measurements of quantization after training that come with Bitlaw, read at the first call. */
export function bundledQuantization(): MeasurementsRead<QuantizationMeasurement> {
  quantization ??= readBundled(ptq, quantizationOf);
  return quantization;
}

/** The runs in low precision that come with Bitlaw, read at the first call. */
export function bundledTraining(): MeasurementsRead<TrainingMeasurement> {
  lowPrecision ??= readBundled(training, trainingOf);
  return lowPrecision;
}

function readBundled<T>(text: string, read: Parameters<typeof readRows<T>>[1]): MeasurementsRead<T> {
  const reading = readTable(text);
  return "problem" in reading
    ? { measurements: [], problems: [reading.problem] }
    : readRows(reading.table, read);
}

function quantizationOf(row: Row) {
  const cells = new RowCells(row);
  const name = cells.required(readText, "model", "");
  const model = models[name];
  if (model === undefined) cells.reject("model", `${name} is not in models.json: add it.`);
  const { parameters, nonEmbeddingParameters, tokens, family } = model ?? { parameters: 1 };
  const bits = cells.required(readPositive, "bits", 16);
  const method = cells.required(readText, "method", "");
  const group = cells.text("group");
  cells.required(readPositive, "baseline", 1);
  cells.required(readPositive, "quantized", 1);
  const { delta, rounding } = perplexityDifference(
    cells.text("baseline") ?? "",
    cells.text("quantized") ?? "",
  );
  const measurement: QuantizationMeasurement = {
    kind: "quantization",
    line: row.line,
    id: cells.required(readText, "id", ""),
    source: cells.required(readText, "source", ""),
    place: cells.text("place"),
    model: name,
    family,
    parameters,
    nonEmbeddingParameters,
    tokens,
    evaluation: evaluationOf(cells.text("evaluation"), cells.text("context")),
    method,
    methodClass: bits >= 16 ? undefined : methodClass(method),
    bits,
    activationBits: cells.required(readPositive, "activation_bits", 16),
    cacheBits: cells.required(readPositive, "cache_bits", 16),
    group: group === undefined ? undefined : parseGroup(group),
    format: formatIn(cells, "format"),
    delta,
    rounding,
    regime: regimeOf(delta, rounding),
    flags: cells.words("flags"),
  };
  return { measurement, problem: cells.problem };
}

function trainingOf(row: Row) {
  const cells = new RowCells(row);
  const measurement: TrainingMeasurement = {
    kind: "training",
    line: row.line,
    id: cells.required(readText, "id", ""),
    source: cells.required(readText, "source", ""),
    setup: cells.text("setup"),
    parameters: cells.optional(readPositive, "parameters"),
    counted: countedBy(cells.text("counted")),
    tokens: cells.optional(readPositive, "tokens"),
    weights: formatIn(cells, "weights") ?? SIXTEEN_BIT,
    activations: formatIn(cells, "activations") ?? SIXTEEN_BIT,
    gradients: formatIn(cells, "gradients") ?? SIXTEEN_BIT,
    scheme: cells.text("scheme"),
    part: cells.text("part"),
    ...lossesOf(cells),
    flags: cells.words("flags"),
  };
  return { measurement, problem: cells.problem };
}

/** Losses as printed, or the logarithms of printed perplexities; neither where a source gives a bound only. */
function lossesOf(cells: RowCells): Pick<TrainingMeasurement, "loss" | "reference" | "delta"> {
  const value = cells.optional(readNumber, "value");
  const reference = cells.optional(readNumber, "reference");
  if (value === undefined || reference === undefined) return {};
  if (cells.text("measure") === "loss") return { loss: value, reference, delta: value - reference };
  return {
    loss: Math.log(value),
    reference: Math.log(reference),
    delta: Math.log(value) - Math.log(reference),
  };
}

function formatIn(cells: RowCells, column: string) {
  const text = cells.text(column);
  const format = text === undefined ? undefined : parseNumberFormat(text);
  if (text !== undefined && format === undefined) cells.reject(column, `${text} is no number format.`);
  return format;
}
