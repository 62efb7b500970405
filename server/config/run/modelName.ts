import { parseQuantity } from "./quantity.ts";

/** Decorations of the same weights: tuning, storage format. They do not change the parameter count. */
const DECORATION =
  /-(?:instruct|it|pt|chat|base|deduped|hf|bnb-4bit|unsloth|gptq|awq|gguf|exl2|qat|q4-0|unquantized|fp8(?:-dynamic)?|nvfp4|mxfp4|bf16|fp16|nf4|bnb|int4|int8|mlx(?:-\dbit)?|\dbit|(?:quantized\.)?w\da\d+)$/;

/** Tuning named before the release: `Mistral-7B-Instruct-v0.3`. */
const TUNING_BEFORE_RELEASE = /-(?:instruct|it|chat|base)(?=-v\d+(?:\.\d+)?$)/;

/** A release number after the size; several releases may share an architecture. */
const RELEASE = /-v\d+(?:\.\d+)?$/;

/** The last part of a path or hub name, and that with the part before it: `meta-llama/Llama-2-7b-hf`. */
export function nameParts(nameOrPath: string): { readonly name: string; readonly qualified: string } {
  const parts = nameOrPath
    .replace(/\/+$/, "")
    .replace(/\.ya?ml$/i, "")
    .split("/");
  return { name: parts.at(-1) ?? "", qualified: parts.slice(-2).join("/") };
}

/** A model's name without its decorations, for comparison: `Meta-Llama-3-8B-Instruct` is `llama-3-8b`. */
export function plainName(name: string): string {
  let plain = name
    .toLowerCase()
    .replace(/^meta-/, "")
    .replaceAll("_", "-");
  for (
    let shorter = plain.replace(DECORATION, "");
    shorter !== plain;
    shorter = plain.replace(DECORATION, "")
  )
    plain = shorter;
  return plain.replace(TUNING_BEFORE_RELEASE, "");
}

/** The plain name without a release number at its end; undefined where it has none. */
export function withoutReleaseNumber(plain: string): string | undefined {
  return RELEASE.test(plain) ? plainName(plain.replace(RELEASE, "")) : undefined;
}

/** `torchtune.models.llama3_1.qlora_llama3_1_8b`: adapters, family, version, size, tuning. */
const BUILDER =
  /(?:^|\.)(?:q?(?:lora|dora)_)?([a-z_]+?)_?(\d+)?(?:_(\d+))?_(\d+)(?:_(\d+))?b(?:_(?:instruct|base|chat))?$/;

/**
 * The names that a model may have if it is made by a builder function of torchtune: its version in digits and
 * underscores.
 */
export function builderNames(builder: string): readonly string[] {
  const [, family, major, minor, size, fraction] = BUILDER.exec(builder) ?? [];
  if (family === undefined || size === undefined) return [];
  const version = major === undefined ? "" : `${major}${minor === undefined ? "" : `.${minor}`}`;
  const billions = `${size}${fraction === undefined ? "" : `.${fraction}`}b`;
  const name = family.replaceAll("_", "-");
  return version === ""
    ? [`${name}-${billions}`]
    : [`${name}-${version}-${billions}`, `${name}${version}-${billions}`];
}

/** `-7B`, `-8x7B`, `-30B-A3B`, `-350M`, `-1_6b`; in `llama3_1_8b` the 8, because a digit stands before `_1`. */
const SIZE =
  /(?:(?<!\d)_|^|[- ]|(?<!\d)\.|_(?=\d+(?:\.\d+)?[bm]))(?:(\d+)x)?(\d+(?:[._]\d+)?)([bm])(?=$|[-_. ])/gi;
const ACTIVE = /[-_]a(\d+(?:[._]\d+)?)([bm])(?=$|[-_. ])/i;
/** A model of a few layers for trials: the size in its name is that of the whole one. */
const CUT_DOWN = /(?:^|[-_.])(?:proxy|\d+-?_?layers?|\d{1,2}l)(?=$|[-_.])/i;
/** `-16E`: the size next to it counts only the active parameters. */
const EXPERTS = /[-_]\d+e(?=$|[-_])/i;

/** Sizes in names are rounded; most are true to this. */
const NAME_TOLERANCE = 0.1;

/** Names of models that see, and of Gemma, leave out encoders and large embeddings: 15 to 30 % of all parameters. */
const LOOSE_TOLERANCE = 0.3;
const LOOSELY_NAMED =
  /(?:^|[-_. /\d])(?:vlm?|vision|visual|omni|multimodal|mm)(?:$|[-_. \d])|gemma|llava|internvl|pixtral|smolvlm|idefics|minicpm-[vo]|molmo|ovis|cogvlm|mllama|ministral-3|fuyu|kosmos|aya-vision/i;

/** Relative error of a size that is read out of a name. */
export function nameTolerance(name: string): number {
  return LOOSELY_NAMED.test(name) ? LOOSE_TOLERANCE : NAME_TOLERANCE;
}

export interface NamedSize {
  readonly parameters: number;
  readonly activeParameters?: number;
}

/** One size, of all parameters; undefined where the name gives two (`OLMoE-1B-7B`) or only that of an expert. */
export function sizeInName(name: string): NamedSize | undefined {
  if (CUT_DOWN.test(name)) return undefined;
  const [[, experts, amount, unit] = [], another] = Array.from(name.matchAll(SIZE));
  if (amount === undefined || experts !== undefined || another || EXPERTS.test(name)) return undefined;
  const parameters = parseQuantity(`${amount.replace("_", ".")}${unit}`);
  const [, activeAmount, activeUnit] = ACTIVE.exec(name) ?? [];
  const activeParameters = activeAmount
    ? parseQuantity(`${activeAmount.replace("_", ".")}${activeUnit}`)
    : undefined;
  return parameters === undefined
    ? undefined
    : { parameters, ...(activeParameters ? { activeParameters } : {}) };
}
