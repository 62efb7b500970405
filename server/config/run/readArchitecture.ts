import { holds, unreadableIn } from "../dialect/evaluateSettings.ts";
import type { Span } from "../document/ConfigNode.ts";
import type { Architecture } from "./countParameters.ts";
import { type NumberReading, optionalNumber, type RunSources, readPositive } from "./factReader.ts";
import { formatInteger } from "./quantity.ts";

export type ArchitectureResult =
  | {
      readonly ok: true;
      readonly architecture: Architecture;
      readonly at: readonly Span[];
      readonly shown: string;
    }
  | { readonly ok: false; readonly because: string; readonly stated: boolean };

/** The model's shape from the keys of the config, or which key is lacking. */
export function readArchitecture(sources: RunSources): ArchitectureResult {
  const { readings } = sources;
  if (readings.dialect.keys["layers"] === undefined)
    return { ok: false, because: "this config does not describe the model's shape", stated: false };
  for (const { when, because } of readings.dialect.uncountable ?? []) {
    if (holds(when, readings) !== false)
      return { ok: false, because: unreadableIn(when, readings) ?? because, stated: true };
  }
  const core = ["layers", "hidden", "heads"].map((key) => readPositive(sources, key));
  const stated = core.some((result) => result.ok);
  const failed = core.find((result) => !result.ok);
  if (failed && !failed.ok) return { ok: false, because: failed.because, stated };
  const [layers, hidden, heads] = core.flatMap((result) => (result.ok ? [result.number] : []));
  if (!layers || !hidden || !heads) return { ok: false, because: "the model's shape is incomplete", stated };
  return assemble(sources, { layers, hidden, heads });
}

function assemble(
  sources: RunSources,
  { layers, hidden, heads }: Record<"layers" | "hidden" | "heads", NumberReading>,
): ArchitectureResult {
  const flag = (name: string) => sources.properties.known.get(name)?.value === true;
  const headDim = optionalNumber(sources, "headDim");
  if (!headDim && hidden.value % heads.value !== 0) {
    return { ok: false, because: `${heads.shown} does not divide ${hidden.shown}`, stated: true };
  }
  const gated = flag("gated");
  const mlpWidth = mlpWidthOf(sources, hidden.value);
  if (mlpWidth === undefined) return { ok: false, because: "the width of the MLP is not set", stated: true };
  const experts = expertsOf(sources, mlpWidth.value);
  const kvHeads = flag("ignoresKvHeads") ? undefined : optionalNumber(sources, "kvHeads");
  const vocabulary = optionalNumber(sources, "vocabulary");
  const used = [layers, hidden, heads, kvHeads, headDim, mlpWidth.reading, vocabulary].filter(
    (reading) => reading !== undefined,
  );
  return {
    ok: true,
    at: used.flatMap((reading) => reading.at),
    shown: `layers ${formatInteger(layers.value)}, hidden ${formatInteger(hidden.value)}, MLP ${formatInteger(mlpWidth.value)}${gated ? " gated" : ""}`,
    architecture: {
      layers: layers.value,
      hidden: hidden.value,
      heads: heads.value,
      kvHeads: kvHeads?.value ?? (flag("multiQuery") ? 1 : heads.value),
      headDim: headDim?.value ?? hidden.value / heads.value,
      mlpWidth: mlpWidth.value,
      gated,
      tied: flag("tied"),
      qkvBias: flag("qkvBias"),
      linearBias: flag("linearBias"),
      normBias: flag("normBias"),
      positions: flag("learnedPositions") ? (optionalNumber(sources, "positions")?.value ?? 0) : 0,
      ...(vocabulary ? { vocabulary: paddedVocabulary(sources, vocabulary.value) } : {}),
      ...(experts ? { experts } : {}),
    },
  };
}

function mlpWidthOf(
  sources: RunSources,
  hidden: number,
): { value: number; reading?: NumberReading } | undefined {
  const width = optionalNumber(sources, "mlpWidth");
  if (width) return { value: width.value, reading: width };
  const ratio = optionalNumber(sources, "mlpRatio");
  if (ratio) return { value: Math.trunc(ratio.value * hidden), reading: ratio };
  switch (sources.properties.known.get("mlpWidthRule")?.value) {
    case "4h":
      return { value: 4 * hidden };
    case "8h/3, a multiple of 64":
      return { value: Math.trunc((4 * hidden * 2) / 3 / 64) * 64 };
    default:
      return undefined;
  }
}

function expertsOf(sources: RunSources, mlpWidth: number): Architecture["experts"] {
  const count = optionalNumber(sources, "experts");
  if (!count) return undefined;
  const flag = (name: string) => sources.properties.known.get(name)?.value === true;
  return {
    count: count.value,
    perToken: optionalNumber(sources, "expertsPerToken")?.value ?? 1,
    width: optionalNumber(sources, "expertWidth")?.value ?? mlpWidth,
    sharedWidth: flag("sharedExpert") ? (optionalNumber(sources, "sharedExpertWidth")?.value ?? 0) : 0,
    sharedGate: flag("sharedExpertGate"),
    oneBias: flag("oneExpertBias"),
  };
}

/** Vocabulary rows are padded to a multiple of `vocabularyMultiple × tensor parallel size`, where the framework pads. */
function paddedVocabulary(sources: RunSources, rows: number): number {
  const multiple =
    (optionalNumber(sources, "vocabularyMultiple")?.value ?? 1) *
    (optionalNumber(sources, "tensorParallel")?.value ?? 1);
  return Math.ceil(rows / multiple) * multiple;
}
