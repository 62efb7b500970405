import type { NumberFormat } from "../../science/formats/NumberFormat.ts";
import { parseNumberFormat } from "../../science/formats/parseNumberFormat.ts";
import type { Anchor } from "../../science/laws/Law.ts";
import type { Property } from "../dialect/evaluateSettings.ts";
import { methodBeforeLoading } from "./checkpointMethod.ts";
import { withCompanionFacts } from "./companionFacts.ts";
import { withComputeBudget } from "./computeBudget.ts";
import { type DeclarableKey, type Declarations, declarationPlaceText } from "./declarations.ts";
import { declarationOf, type RunSources, readPositive } from "./factReader.ts";
import { missingMethods, readMethods } from "./readMethods.ts";
import { readBaseModel } from "./readNamedSize.ts";
import { readOptimization } from "./readOptimization.ts";
import { readRecipe } from "./readRecipe.ts";
import { readSize } from "./readSize.ts";
import { readTokens, readWorldSize } from "./readTokens.ts";
import type { Fact, FactName, Facts, MissingFact, Stage, TrainingRun } from "./TrainingRun.ts";
import { withoutUnknownSwitches } from "./unknownSwitches.ts";

type FormatName =
  | "weights"
  | "activations"
  | "gradients"
  | "kvCache"
  | "masterWeights"
  | "optimizerState"
  | "baseWeights"
  | "quantization";

/** Number formats of a run; the comment key that can declare them, and whether a run always has one. */
const FORMATS: readonly {
  readonly name: FormatName;
  readonly declare?: DeclarableKey;
  readonly always: boolean;
}[] = [
  { name: "weights", declare: "weights", always: true },
  { name: "activations", declare: "activations", always: true },
  { name: "gradients", always: false },
  { name: "kvCache", declare: "kv_cache", always: false },
  { name: "masterWeights", always: false },
  { name: "optimizerState", always: false },
  { name: "baseWeights", always: false },
  { name: "quantization", declare: "quantization", always: false },
];

const STAGE_UNKNOWN = "this file does not say whether the model starts from scratch or from trained weights";

/**
 * The meaning of a config, as facts with provenance. Facts that cannot be known are listed as missing, with the reason.
 */
export function readRun(sources: RunSources): TrainingRun {
  const missing: MissingFact[] = [];
  const size = readSize(sources, missing);
  const tokens = readTokens(sources);
  if (!tokens.ok) missing.push({ fact: "tokens", because: tokens.because, declare: tokens.declare });
  const stage = readStage(sources);
  if (stage === undefined) {
    const because = sources.properties.unknown.get("stage") ?? STAGE_UNKNOWN;
    missing.push({ fact: "stage", because, declare: "stage=pretrain" });
  }
  const known = withoutUnknownSwitches(readFormats(sources, missing), sources, missing);
  const formats = withCheckpointFormat(known, sources, missing);
  const baseModel = readBaseModel(sources);
  const facts: Facts = {
    ...size,
    ...(tokens.ok ? { tokens: tokens.fact } : {}),
    ...formats,
    ...readMethods(sources, { ...formats, ...optional("stage", stage) }),
    ...readRecipe(sources, { ...formats, ...optional("stage", stage) }, missing),
    ...optional("learningRate", readNumber(sources, "learningRate", missing)),
    ...readOptimization(sources),
    ...optional("seed", readNumber(sources, "seed", [])),
    ...optional("stage", stage),
    ...optional("hardware", readHardware(sources)),
    ...optional("speedup", declaredNumber(sources, "speedup")),
    ...optional("runNoise", declaredNumber(sources, "run_noise")),
  };
  const worldSize = readWorldSize(sources);
  const own: TrainingRun = {
    facts,
    missing,
    ...(baseModel ? { baseModel } : {}),
    measured: readMeasured(sources.declarations),
    ...(worldSize ? { worldSize } : {}),
    ...(tokens.ok && tokens.perStep ? { tokensPerStep: tokens.perStep } : {}),
  };
  const whole = sources.companions?.length ? withCompanionFacts(own, sources.companions) : own;
  const run = withComputeBudget(whole, sources);
  const complete = {
    ...run,
    missing: [...run.missing, ...missingMethods(run.facts, sources), ...missingBase(run)],
  };
  return withoutTraining(complete, sources.properties);
}

/** Facts of a training: a file that merges, exports, predicts or preprocesses has none of them. */
const OF_TRAINING: readonly FactName[] = [
  ...(["weights", "activations", "gradients", "masterWeights", "optimizerState", "outputGradients"] as const),
  ...([
    "backwardProducts",
    "hadamard",
    "stochasticRounding",
    "outlierTreatment",
    "twoDimensionalScales",
  ] as const),
  ...(["scaling", "wideLayers", "wideEnd", "optimizer", "learningRate", "learningRateSchedule"] as const),
  ...(["finalLearningRate", "weightDecay", "tokens", "computeBudget"] as const),
];

/** Those whose absence is worth a word. */
const ASKED_FOR: readonly FactName[] = ["stage", "tokens", "weights", "activations", "learningRate"];

/** The run without facts of a training, where a setting says that the file trains nothing (`trains: false`). */
function withoutTraining(run: TrainingRun, { known }: RunSources["properties"]): TrainingRun {
  const idle = known.get("trains");
  if (idle?.value !== false) return run;
  const dropped: readonly string[] =
    run.facts.stage?.value === "quantize" ? OF_TRAINING : [...OF_TRAINING, "stage"];
  const facts = Object.fromEntries(Object.entries(run.facts).filter(([name]) => !dropped.includes(name)));
  const missing = run.missing.filter(({ fact }) => !dropped.includes(fact));
  const reasons = ASKED_FOR.filter((fact) => dropped.includes(fact)).map((fact) => ({
    fact,
    because: idle.how,
  }));
  const { tokensPerStep: _, ...rest } = run;
  return { ...rest, facts, missing: [...missing, ...reasons] };
}

function optional<K extends FactName>(
  name: K,
  fact: Facts[K] | undefined,
): Pick<Facts, K> | Record<string, never> {
  return fact === undefined ? {} : ({ [name]: fact } as Pick<Facts, K>);
}

function readFormats(
  sources: RunSources,
  missing: MissingFact[],
): Partial<Record<FormatName, Fact<NumberFormat>>> {
  const facts: Partial<Record<FormatName, Fact<NumberFormat>>> = {};
  for (const { name, declare, always } of FORMATS) {
    const property = sources.properties.known.get(name);
    const fact = (property && formatFact(property)) ?? (declare && declaredFormat(sources, declare));
    const overridden = declare && property?.at.length === 0 ? declaredFormat(sources, declare) : undefined;
    if (overridden ?? fact) facts[name] = overridden ?? fact;
    else if (always || sources.properties.unknown.has(name)) {
      const because = property
        ? `\`${property.value}\` is not a number format`
        : (sources.properties.unknown.get(name) ?? "it is not stated in this file");
      missing.push({ fact: name, because, ...(declare ? { declare: `${declare}=…` } : {}) });
    }
  }
  return facts;
}

/** The formats without that of the base model where its checkpoint has one of its own. */
function withCheckpointFormat(
  { baseWeights, ...others }: Partial<Record<FormatName, Fact<NumberFormat>>>,
  sources: RunSources,
  missing: MissingFact[],
): Partial<Record<FormatName, Fact<NumberFormat>>> {
  if (baseWeights === undefined) return others;
  const method = methodBeforeLoading(sources);
  if (method === undefined) return { ...others, baseWeights };
  const because = `the checkpoint is quantized already (${method}), and this file does not say in which format`;
  missing.push({ fact: "baseWeights", because });
  return others;
}

/** What a checkpoint's name says about fewer bits: `-AWQ`, `-GPTQ-Int4`, `-bnb-4bit`, `-FP8`, `-w4a16`. */
const FEWER_BITS =
  /[-_.](awq|gptq|aqlm|hqq|eetq|quanto|exl2|gguf|auto-?round|bnb|fp8|nvfp4|mxfp[48]|int[48]|[2-8]-?bit|w[48]a(?:8|16))(?=$|[-_.])/gi;

/** Why the format of the base model is open, where its name says that it is in fewer bits. */
function missingBase({ facts, missing, baseModel }: TrainingRun): readonly MissingFact[] {
  if (facts.baseWeights !== undefined || missing.some(({ fact }) => fact === "baseWeights")) return [];
  const words = Array.from(baseModel?.value.slice(0, 200).matchAll(FEWER_BITS) ?? [], ([, word]) => word);
  if (words.length === 0) return [];
  const because = `\`${words.join(" ")}\` in the name \`${baseModel?.value}\` says that the checkpoint is quantized, and this file does not say in which format`;
  return [{ fact: "baseWeights", because }];
}

function formatFact({ value, at, how }: Property): Fact<NumberFormat> | undefined {
  const format = typeof value === "string" ? parseNumberFormat(value) : undefined;
  return format && { value: format, provenance: at.length > 0 ? "stated" : "default", how, at };
}

function declaredFormat(sources: RunSources, key: DeclarableKey): Fact<NumberFormat> | undefined {
  const declaration = declarationOf(sources, key);
  if (declaration === undefined || typeof declaration.value !== "object") return undefined;
  return {
    value: declaration.value,
    provenance: "declared",
    how: `declared \`${key}=${declaration.value.name}\`${declarationPlaceText(declaration.valueSpan)}`,
    at: [declaration.valueSpan],
  };
}

function readNumber(
  sources: RunSources,
  key: "learningRate" | "seed",
  missing: MissingFact[],
): Fact<number> | undefined {
  if (sources.readings.dialect.keys[key] === undefined) return undefined;
  const result = readPositive(sources, key);
  if (result.ok) {
    const { value, provenance, shown, at } = result.number;
    return { value, provenance, how: shown, at };
  }
  if (key === "seed" && sources.readings.word("seed") === 0) {
    const provenance = sources.readings.isStated("seed") ? "stated" : "default";
    return {
      value: 0,
      provenance,
      how: `seed 0${provenance === "default" ? " (default)" : ""}`,
      at: result.at,
    };
  }
  if (result.at.length > 0) missing.push({ fact: key, because: result.because });
  return undefined;
}

/** The file's own keys come first; a declaration overrides the framework's default. */
function readStage(sources: RunSources): Fact<Stage> | undefined {
  const property = sources.properties.known.get("stage");
  const declaration = declarationOf(sources, "stage");
  if (declaration && (property === undefined || property.at.length === 0)) {
    return {
      value: declaration.value as Stage,
      provenance: "declared",
      how: `declared \`stage=${String(declaration.value)}\`${declarationPlaceText(declaration.valueSpan)}`,
      at: [declaration.valueSpan],
    };
  }
  if (property === undefined) return undefined;
  return {
    value: property.value as Stage,
    provenance: property.at.length > 0 ? "stated" : "default",
    how: property.how,
    at: property.at,
  };
}

function readHardware(sources: RunSources): Fact<string> | undefined {
  if (sources.hardware) return sources.hardware;
  const declaration = declarationOf(sources, "hardware");
  if (typeof declaration?.value !== "string") return undefined;
  return {
    value: declaration.value,
    provenance: "declared",
    how: `declared \`hardware=${declaration.value}\`${declarationPlaceText(declaration.valueSpan)}`,
    at: [declaration.valueSpan],
  };
}

/** Only declared: no framework has a key for it. */
function declaredNumber(sources: RunSources, key: "speedup" | "run_noise"): Fact<number> | undefined {
  const declaration = declarationOf(sources, key);
  if (typeof declaration?.value !== "number") return undefined;
  return {
    value: declaration.value,
    provenance: "declared",
    how: `declared \`${key}=${declaration.value}\`${declarationPlaceText(declaration.valueSpan)}`,
    at: [declaration.valueSpan],
  };
}

/** The measured degradations that `# bitlaw: measured=…` declares, in the order of the comments. */
function readMeasured({ measured }: Declarations): readonly Fact<Anchor>[] {
  return measured.map(({ anchor, text, valueSpan }) => ({
    value: anchor,
    provenance: "declared",
    how: `declared \`measured=${text}\`${declarationPlaceText(valueSpan)}`,
    at: [valueSpan],
  }));
}
