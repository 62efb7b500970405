import catalogue from "../../data/measurements/models.json" with { type: "json" };
import ptq from "../../data/measurements/ptq.csv" with { type: "text" };
import sources from "../../data/measurements/sources.json" with { type: "json" };
import training from "../../data/measurements/training.csv" with { type: "text" };
import { SIXTEEN_BIT } from "../formats/NumberFormat.ts";
import { parseNumberFormat } from "../formats/parseNumberFormat.ts";
import { RowCells, readNumber, readPositive, readText } from "../tables/readCell.ts";
import { type Row, readTable } from "../tables/readTable.ts";
import { perplexityDifference, regimeOf } from "./degradation.ts";
import { type MeasurementsRead, readRows } from "./MeasurementsRead.ts";
import { measuredDetails } from "./measuredDetails.ts";
import { parseGroup } from "./measuredFormat.ts";
import { methodClass } from "./methodClass.ts";
import type { QuantizationMeasurement } from "./QuantizationMeasurement.ts";
import { evaluationOf } from "./readQuantizationTable.ts";
import { countedBy, NOT_STATED } from "./readTrainingTable.ts";
import type { TrainingGap, TrainingMeasurement } from "./TrainingMeasurement.ts";
import { baseIn, trainingFacts } from "./trainingFacts.ts";
import { trainingGap } from "./trainingGap.ts";

interface Model {
  readonly family: string;
  readonly parameters: number;
  readonly nonEmbeddingParameters?: number;
  readonly tokens?: number;
}

const models: Readonly<Record<string, Model>> = catalogue.models;
const labs: Readonly<Record<string, { readonly citation: string; readonly lab?: string }>> = sources.sources;

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
    details: measuredDetails(method, cells.text("coding")),
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
  const source = cells.required(readText, "source", "");
  const flags = cells.words("flags");
  const areActivationsStated = cells.text("activations") !== NOT_STATED;
  const measurement: TrainingMeasurement = {
    kind: "training",
    line: row.line,
    id: cells.required(readText, "id", ""),
    source,
    place: cells.text("place"),
    setup: cells.text("setup"),
    parameters: cells.optional(readPositive, "parameters"),
    counted: countedBy(cells.text("counted")),
    tokens: cells.optional(readPositive, "tokens"),
    weights: formatIn(cells, "weights") ?? SIXTEEN_BIT,
    activations: areActivationsStated ? (formatIn(cells, "activations") ?? SIXTEEN_BIT) : undefined,
    gradients: formatIn(cells, "gradients") ?? SIXTEEN_BIT,
    scheme: cells.text("scheme"),
    part: cells.text("part"),
    ...gapIn(cells, flags.includes("bound")),
    ...trainingFacts(cells),
    activeParameters: cells.optional(readPositive, "active_parameters"),
    lab: labs[source]?.lab,
    flags,
  };
  return { measurement, problem: cells.problem };
}

/**
 * The gap by the row's `measure`: two losses, or two perplexities as printed; a `difference` in nats; a percentage of a
 * loss (`relative`), or of a perplexity, which is a difference of losses without a base: ln(1 + p/100). A row may say how
 * many more tokens reach a loss (`token-overhead`) or that the run diverged (`none`); neither is a gap.
 */
function gapIn(cells: RowCells, isBound: boolean): TrainingGap {
  const value = cells.optional(readNumber, "value");
  const reference = cells.optional(readNumber, "reference");
  const percent = cells.optional(readNumber, "relative_error");
  const base = baseIn(cells);
  switch (cells.required(readText, "measure", "")) {
    case "loss":
      return trainingGap({ loss: value, reference, isBound });
    case "perplexity":
      return trainingGap({ loss: logarithm(value), reference: logarithm(reference), isBound });
    case "difference":
      return trainingGap({ difference: value, isBound });
    case "relative":
      return trainingGap({ percent, base, isBound });
    case "relative-perplexity":
      return trainingGap({
        difference: percent === undefined ? undefined : Math.log1p(percent / 100),
        isBound,
      });
    default:
      return {};
  }
}

function logarithm(perplexity: number | undefined): number | undefined {
  return perplexity === undefined ? undefined : Math.log(perplexity);
}

function formatIn(cells: RowCells, column: string) {
  const text = cells.text(column);
  const format = text === undefined ? undefined : parseNumberFormat(text);
  if (text !== undefined && format === undefined) cells.reject(column, `${text} is no number format.`);
  return format;
}
