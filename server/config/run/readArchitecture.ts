import { conditionHolds, whyUndecided } from "../dialect/evaluateSettings.ts";
import type { Span } from "../document/ConfigNode.ts";
import type { Architecture, Experts, Norms } from "./Architecture.ts";
import { countExpertLayers } from "./countExpertLayers.ts";
import { isLeftOut, type RunSources } from "./factReader.ts";
import { foreignShape } from "./foreignShape.ts";
import { formatInteger } from "./quantity.ts";
import { type ParameterScale, parameterScaleOf, ShapeReader } from "./ShapeReader.ts";
import { type NamedVocabulary, tokenizerVocabulary } from "./tokenizerVocabulary.ts";

export type ArchitectureResult =
  | {
      readonly ok: true;
      readonly architecture: Architecture;
      /** Why the embeddings are not known, where they are not. */
      readonly withoutEmbedding?: string;
      /** What says how many tokens there are, where that is the tokenizer's name. */
      readonly tokenizer?: string;
      readonly at: readonly Span[];
      readonly shown: string;
    }
  | { readonly ok: false; readonly because: string; readonly stated: boolean };

/** The model's shape from the keys of the config, or which key is lacking. */
export function readArchitecture(sources: RunSources): ArchitectureResult {
  const { readings } = sources;
  if (readings.dialect.keys["layers"] === undefined)
    return { ok: false, because: "this config does not describe the model's shape", stated: false };
  const uncountable = whyUncountable(sources);
  if (uncountable !== undefined) return { ok: false, because: uncountable, stated: true };
  const shape = new ShapeReader(sources);
  const layers = layersOf(shape);
  if (layers === undefined || shape.failure !== undefined) {
    const because = shape.failure ?? "the model's shape is incomplete";
    return { ok: false, because, stated: isStated(sources) };
  }
  const part = shape.word("countedPart");
  const embedding = new ShapeReader(sources);
  const named = tokenizerVocabulary(sources);
  const architecture = { ...layers, ...embeddingOf(embedding, named) };
  const stated = ["paddedVocabulary", "vocabulary"].some((key) => !isLeftOut(sources, key));
  const tokenizer = named && !stated && architecture.vocabulary !== undefined ? named : undefined;
  return {
    ok: true,
    architecture,
    ...(embedding.failure === undefined ? {} : { withoutEmbedding: embedding.failure }),
    ...(tokenizer ? { tokenizer: tokenizer.shown } : {}),
    at: [...[...shape.used, ...embedding.used].flatMap(({ at }) => at), ...(tokenizer?.at ?? [])],
    shown: `${part === undefined ? "" : `${part}: `}${shownShape(architecture)}`,
  };
}

/** Why the parameters of this model cannot be counted, whatever its sizes. */
export function whyUncountable({ readings }: Pick<RunSources, "readings">): string | undefined {
  const found = (readings.dialect.uncountable ?? []).find(
    ({ when }) => conditionHolds(when, readings) !== false,
  );
  if (found !== undefined) return whyUndecided(found.when, readings) ?? found.because;
  return foreignShape({ readings });
}

function isStated({ readings }: RunSources): boolean {
  return ["layers", "hidden", "heads"].some((key) => readings.isStated(key));
}

function shownShape({ layers, hidden, mlpWidth, gated, experts }: Architecture): string {
  const width = experts
    ? `${formatInteger(experts.count)} experts of ${formatInteger(experts.width)}`
    : `MLP ${formatInteger(mlpWidth)}`;
  return `layers ${formatInteger(layers)}, hidden ${formatInteger(hidden)}, ${width}${gated ? " gated" : ""}`;
}

type Layers = Omit<Architecture, "vocabulary" | "tied" | "vocabularyBias" | "positions">;

/** Undefined where a size is lacking, whose reason the reader keeps. */
function layersOf(shape: ShapeReader): Layers | undefined {
  const stated = { layers: shape.required("layers"), hidden: shape.required("hidden") };
  const heads = shape.required("heads");
  const scale = parameterScaleOf(shape);
  if (
    stated.layers === undefined ||
    stated.hidden === undefined ||
    heads === undefined ||
    scale === undefined
  )
    return undefined;
  const layers = stated.layers * scale.layers;
  const hidden = stated.hidden * scale.hidden;
  const attention = attentionOf(shape, hidden, heads, scale);
  const width = mlpWidthOf(shape, stated.hidden);
  if (attention === undefined || width === undefined) return undefined;
  const experts = expertsOf(shape, layers, width, scale);
  const mlpWidth = width * scale.heads;
  const linearBias = shape.flag("linearBias");
  return {
    layers,
    hidden,
    attention,
    qkvBias: shape.flag("qkvBias"),
    outputBias: shape.flag("outputBias", linearBias),
    mlpWidth,
    gated: shape.flag("gated"),
    mlpBias: shape.flag("mlpBias", linearBias),
    norms: normsOf(shape),
    ...(experts === undefined ? {} : { experts }),
  };
}

function embeddingOf(shape: ShapeReader, named?: NamedVocabulary): Omit<Architecture, keyof Layers> {
  const padded = shape.size("paddedVocabulary");
  const rows = padded ?? shape.size("vocabulary") ?? named?.tokens;
  if (rows === undefined)
    shape.fail("the size of the vocabulary comes from the tokenizer, which is not in this file");
  const vocabulary = padded ?? (rows && paddedVocabulary(shape, rows));
  const embedding = {
    tied: shape.flag("tied"),
    vocabularyBias: shape.flag("vocabularyBias"),
    positions: (shape.flag("learnedPositions") ? shape.required("positions") : 0) ?? 0,
  };
  return vocabulary === undefined || shape.failure !== undefined ? embedding : { ...embedding, vocabulary };
}

function attentionOf(
  shape: ShapeReader,
  hidden: number,
  statedHeads: number,
  scale: ParameterScale,
): Architecture["attention"] | undefined {
  const heads = statedHeads * scale.heads;
  if (shape.flag("latentAttention")) return latentAttentionOf(shape, heads);
  const headDim = shape.size("headDim");
  if (headDim === undefined && hidden % heads !== 0)
    return shape.fail(`${shape.shown("heads")} does not divide ${shape.shown("hidden")}`);
  const grouped = shape.flag("ignoresKvHeads") ? undefined : shape.size("kvHeads");
  return {
    kind: "grouped",
    heads,
    kvHeads: grouped ? grouped * scale.heads : shape.flag("multiQuery") ? 1 : heads,
    headDim: headDim ?? hidden / heads,
  };
}

function latentAttentionOf(shape: ShapeReader, heads: number): Architecture["attention"] | undefined {
  const queryRank = shape.size("queryRank");
  const latentRank = shape.required("latentRank");
  const ropeDim = shape.required("ropeDim");
  const nopeDim = shape.required("nopeDim");
  const valueDim = shape.required("valueDim");
  if (latentRank === undefined || ropeDim === undefined || nopeDim === undefined || valueDim === undefined)
    return undefined;
  const rank = queryRank === undefined ? {} : { queryRank };
  return { kind: "latent", heads, ...rank, latentRank, ropeDim, nopeDim, valueDim };
}

function normsOf(shape: ShapeReader): Norms {
  const queryKey = shape.word("queryKeyNorm");
  return {
    perLayer: Number(shape.word("normsPerLayer") ?? 2),
    weight: shape.flag("normWeight", true),
    bias: shape.flag("normBias"),
    queryKey: queryKey === "head" || queryKey === "width" ? queryKey : "none",
    embedding: shape.flag("embeddingNorm"),
  };
}

function expertsOf(
  shape: ShapeReader,
  layers: number,
  mlpWidth: number,
  scale: ParameterScale,
): Experts | undefined {
  const count = shape.size("experts");
  if (count === undefined) return undefined;
  const width = (shape.size("expertWidth") ?? mlpWidth) * scale.heads;
  const shared = shape.size("sharedExpertWidth") ?? (shape.size("sharedExperts") ?? 0) * width;
  const denseLayers = shape.size("denseLayers") ?? 0;
  const interval = shape.size("expertInterval") ?? 1;
  if (denseLayers > layers) shape.fail(`${shape.shown("denseLayers")} exceeds ${shape.shown("layers")}`);
  return {
    count,
    perToken: shape.required("expertsPerToken") ?? count,
    width,
    layers: countExpertLayers(shape, layers) ?? Math.floor((layers - denseLayers) / interval),
    sharedWidth: shape.flag("sharedExpert") ? shared : 0,
    sharedGate: shape.flag("sharedExpertGate"),
    routerBias: shape.flag("routerBias"),
    oneBias: shape.flag("oneExpertBias"),
  };
}

/** Vocabulary rows are padded to a multiple of `vocabularyMultiple × tensor parallel size`, where the framework pads. */
function paddedVocabulary(shape: ShapeReader, rows: number): number {
  const multiple = (shape.size("vocabularyMultiple") ?? 1) * (shape.size("tensorParallel") ?? 1);
  return Math.ceil(rows / multiple) * multiple;
}

/** Width of the MLP: stated, or by the rule that the settings name; 0 where only experts are stated. */
function mlpWidthOf(shape: ShapeReader, hidden: number): number | undefined {
  const rule = shape.word("mlpWidthRule");
  if (rule === "8h/3 scaled and rounded up") return roundedWidth(shape, hidden);
  const width = statedWidth(shape, hidden);
  if (rule === "gated, by version") return widthByVersion(shape, hidden, width);
  if (rule === "gated, since 2024") return newerWidth(shape, hidden, width);
  // `mlpWidth` is the width of one branch in every framework but OLMo, which states both branches of SwiGLU together.
  if (width !== undefined) return rule === "two branches" ? Math.trunc(width / 2) : width;
  if (rule === "4h") return 4 * hidden;
  if (rule === "8h/3, a multiple of 256") return Math.ceil(Math.trunc((8 * hidden) / 3) / 256) * 256;
  if (rule === "8h/3, a multiple of 64") return Math.trunc((4 * hidden * 2) / 3 / 64) * 64;
  if (shape.size("expertWidth") !== undefined && shape.size("denseLayers") === undefined) return 0;
  return shape.fail("the width of the MLP is not set");
}

function statedWidth(shape: ShapeReader, hidden: number): number | undefined {
  const width = shape.size("mlpWidth");
  if (width !== undefined) return width;
  const ratio = shape.positive("mlpRatio");
  return ratio === undefined ? undefined : Math.trunc(ratio * hidden);
}

/**
 * GPT-NeoX's gated MLP: since September 2024 (commit 0d4bdb96) a third of the stated width, before that the width itself,
 * or 8h/3. Nothing in the file tells which version reads it, so the width is known only where both agree.
 */
function widthByVersion(shape: ShapeReader, hidden: number, stated: number | undefined): number | undefined {
  const multiple = shape.required("mlpMultipleOf");
  const since = newerWidth(shape, hidden, stated);
  if (multiple === undefined || since === undefined) return undefined;
  const roundUp = (width: number) => Math.ceil(width / multiple) * multiple;
  const before = stated ?? roundUp(Math.trunc((2 * 4 * hidden) / 3));
  if (since === before) return since;
  return shape.fail(
    `versions of GPT-NeoX give this gated MLP different widths: ${formatInteger(since)} since September 2024, ${formatInteger(before)} before`,
  );
}

/** GPT-NeoX's gated MLP since September 2024: half of two thirds of the stated width, rounded up to the multiple. */
function newerWidth(shape: ShapeReader, hidden: number, stated: number | undefined): number | undefined {
  const multiple = shape.required("mlpMultipleOf");
  if (multiple === undefined) return undefined;
  const both = Math.trunc(((stated ?? 4 * hidden) * 2) / 3);
  const width = Math.ceil(Math.trunc(both / 2) / multiple) * multiple;
  const out = Math.ceil(both / (2 * multiple)) * 2 * multiple;
  return out === 2 * width
    ? width
    : shape.fail(
        `the two halves of this gated MLP come out as ${formatInteger(out / 2)} and ${formatInteger(width)} wide, which GPT-NeoX cannot multiply`,
      );
}

/** Lingua's `FeedForward`, and Llama's: `int(2·4h/3)`, times the multiplier, rounded up to the multiple. */
function roundedWidth(shape: ShapeReader, hidden: number): number | undefined {
  const multiplier = shape.positive("mlpMultiplier") ?? 1;
  const multiple = shape.required("mlpMultipleOf");
  if (multiple === undefined) return undefined;
  const width = Math.trunc(multiplier * Math.trunc((2 * 4 * hidden) / 3));
  return Math.ceil(width / multiple) * multiple;
}
