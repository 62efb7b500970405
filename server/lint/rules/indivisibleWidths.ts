import type { Architecture } from "../../config/run/Architecture.ts";
import type { RunSources } from "../../config/run/factReader.ts";
import { describesFinishedWeights } from "../../config/run/finishedWeights.ts";
import { formatInteger } from "../../config/run/quantity.ts";
import { readArchitecture } from "../../config/run/readArchitecture.ts";
import type { TrainingConfig } from "../../config/run/TrainingConfig.ts";
import { addToList } from "../edits/addToList.ts";
import type { Fix } from "../Finding.ts";
import { findModuleList } from "./findModuleList.ts";
import { keyFix } from "./fixes/keyFix.ts";
import type { RawFinding } from "./Rule.ts";

/** Group sizes that quantizers have kernels for. */
const GROUPS = [128, 64, 32, 16] as const;

/** A finding where the groups of the planned integer quantization do not divide the widths of the model. */
export function indivisibleWidths(config: TrainingConfig): readonly RawFinding[] {
  const { quantization } = config.run.facts;
  const { scaling, kind, label } = quantization?.value ?? {};
  const span = quantization?.at[0];
  if (!quantization || !span || kind !== "integer" || scaling?.granularity !== "block") return [];
  const { dialect, readings } = config;
  if (dialect.someLayersOnly?.some((key) => readings.stated(key) !== undefined)) return [];
  const model = widthsOf(config);
  const vision = visionWidths(config);
  const widths = [...model, ...vision];
  const left = widths.filter(({ width }) => width % scaling.size !== 0);
  if (left.length === 0) return [];
  const size = dialect.groups?.find((group) => readings.word(group.size) === scaling.size)?.size;
  const place = size === undefined || !readings.isStated(size) ? undefined : readings.stated(size)?.span;
  const fitting = GROUPS.filter(
    (group) => group < scaling.size && widths.every(({ width }) => width % group === 0),
  );
  const shown = left.map(({ name, width }) => `${name} ${formatInteger(width)}`).join(" and ");
  const inVision = left.every((one) => vision.includes(one));
  const way = fitting[0]
    ? `Groups of ${fitting[0]} fit.`
    : inVision
      ? "Leave the vision model out."
      : "Scale by channel.";
  const smaller = size ? fitting.flatMap((group, i) => keyFix(config, { [size]: group }, i === 0)) : [];
  const fixes = [...smaller, ...(inVision ? withoutVision(config, place ?? span, smaller.length === 0) : [])];
  return [
    {
      span: place ?? span,
      severity: "warning",
      message: `${label} does not fit this model: groups of ${scaling.size} do not divide ${shown}. Quantizers and kernels stop there unless they pad. ${way}`,
      fixes: describesFinishedWeights(config) ? [] : fixes,
    },
  ];
}

interface Width {
  readonly name: string;
  readonly width: number;
}

/** Input widths of the linear layers of the model, whose shape is in this config or in a companion. */
function widthsOf(config: TrainingConfig): readonly Width[] {
  const sources: readonly RunSources[] = [config, ...config.companions.map((companion) => companion.config)];
  for (const source of sources) {
    const result = readArchitecture(source);
    if (result.ok) return inputWidths(result.architecture);
  }
  return [];
}

/** Input widths of the vision model beside the language model, where the file states them. */
function visionWidths({ readings }: TrainingConfig): readonly Width[] {
  const named = [
    ["the width of the vision model", "visionWidth"],
    ["the MLP of the vision model", "visionMlpWidth"],
  ] as const;
  return named.flatMap(([name, key]) => {
    const width = readings.dialect.keys[key] && readings.word(key);
    return typeof width === "number" && width > 0 ? [{ name, width }] : [];
  });
}

/** Names of vision models: `visual`, `model.vision_tower`, `vision_model`. */
const VISION_MODULES = "re:.*(visual|vision).*";

/** The fix that leaves the vision model out of the quantization. */
function withoutVision(
  config: TrainingConfig,
  place: Parameters<typeof findModuleList>[2],
  preferred: boolean,
): readonly Fix[] {
  const list = findModuleList(config, "ignore", place);
  const edits = list && addToList(config.document, list.map, list.key, VISION_MODULES);
  return edits ? [{ title: `Add ${VISION_MODULES} to ${list?.key}`, edits, safe: false, preferred }] : [];
}

/** Queries, keys, values and the MLP take the hidden width, the attention's output takes the heads', the MLP's its own. */
function inputWidths({ hidden, attention, mlpWidth, experts }: Architecture): readonly Width[] {
  const heads = attention.heads * (attention.kind === "grouped" ? attention.headDim : attention.valueDim);
  const widths = [
    { name: "the hidden width", width: hidden },
    { name: "the width of the heads", width: heads },
    { name: "the width of the MLP", width: mlpWidth },
    { name: "the width of the experts", width: experts?.width ?? 0 },
  ];
  return widths.filter(
    ({ width }, i) => width > 0 && widths.findIndex((other) => other.width === width) === i,
  );
}
