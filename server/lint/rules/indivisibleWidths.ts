import type { Architecture } from "../../config/run/Architecture.ts";
import type { RunSources } from "../../config/run/factReader.ts";
import { formatInteger } from "../../config/run/quantity.ts";
import { readArchitecture } from "../../config/run/readArchitecture.ts";
import type { TrainingConfig } from "../../config/run/TrainingConfig.ts";
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
  const widths = widthsOf(config);
  const left = widths.filter(({ width }) => width % scaling.size !== 0);
  if (left.length === 0) return [];
  const size = dialect.groups?.find((group) => readings.word(group.size) === scaling.size)?.size;
  const fitting = GROUPS.filter(
    (group) => group < scaling.size && widths.every(({ width }) => width % group === 0),
  );
  const shown = left.map(({ name, width }) => `${name} ${formatInteger(width)}`).join(" and ");
  return [
    {
      span,
      severity: "warning",
      message: `${label} does not fit this model: groups of ${scaling.size} do not divide ${shown}. Quantizers and kernels stop there unless they pad. ${fitting[0] ? `Groups of ${fitting[0]} fit.` : "Scale by channel."}`,
      fixes: size ? fitting.flatMap((group, i) => keyFix(config, { [size]: group }, i === 0)) : [],
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
