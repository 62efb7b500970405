import type { NumberFormat } from "../../science/formats/NumberFormat.ts";
import { namedFormats } from "../../science/formats/namedFormats.ts";
import { parseNumberFormat } from "../../science/formats/parseNumberFormat.ts";
import type { Anchor } from "../../science/laws/Law.ts";
import { QUANTIZATION_METHODS } from "../../science/laws/Law.ts";
import { nearestNames } from "../../science/nearestNames.ts";
import { isVersion } from "../dialect/compareVersions.ts";
import type { ConfigDocument } from "../document/ConfigDocument.ts";
import type { Span } from "../document/ConfigNode.ts";
import { hardwareNamed, hardwareNames } from "./hardware.ts";
import { MEASUREMENT_FORM, parseMeasurement } from "./parseMeasurement.ts";
import { parseCompute, parseNats, parseQuantity, parseShare, parseSpeedup } from "./quantity.ts";
import { NARROW_PRODUCTS, SCALINGS, type Stage } from "./TrainingRun.ts";

type Kind =
  | "quantity"
  | "count"
  | "compute"
  | "speedup"
  | "nats"
  | "format"
  | "hardware"
  | "stage"
  | "method"
  | "flag"
  | "share"
  | "products"
  | "scaling"
  | "file"
  | "version"
  | "measurement";

/** Every key of a `# bitlaw:` comment and how its value is read. */
export const DECLARABLE = {
  parameters: "quantity",
  active_parameters: "quantity",
  non_embedding_parameters: "quantity",
  tokens: "quantity",
  pretraining_tokens: "quantity",
  compute_budget: "compute",
  world_size: "count",
  sequence_length: "count",
  weights: "format",
  activations: "format",
  kv_cache: "format",
  quantization: "format",
  output_gradients: "format",
  backward_products: "products",
  hadamard: "flag",
  stochastic_rounding: "flag",
  outlier_treatment: "flag",
  two_dimensional_scales: "flag",
  scaling: "scaling",
  wide_layers: "share",
  wide_end: "share",
  method: "method",
  measured: "measurement",
  hardware: "hardware",
  speedup: "speedup",
  run_noise: "nats",
  stage: "stage",
  accelerate_config: "file",
  framework_version: "version",
  transformers_version: "version",
  accelerate_version: "version",
  deepspeed_version: "version",
  torch_version: "version",
  transformer_engine_version: "version",
  torchao_version: "version",
  bitsandbytes_version: "version",
} as const satisfies Readonly<Record<string, Kind>>;

export type DeclarableKey = keyof typeof DECLARABLE;

type DeclaredValue = number | string | boolean | NumberFormat;

export interface Declaration {
  readonly key: DeclarableKey;
  readonly value: DeclaredValue;
  readonly keySpan: Span;
  readonly valueSpan: Span;
}

/** A measured degradation. All of them are used. */
export interface MeasuredDeclaration {
  readonly anchor: Anchor;
  /** As it is written. */
  readonly text: string;
  readonly valueSpan: Span;
}

/** ` in \`.bitlaw.yaml\``: the place of a declaration that is not in the file itself. */
export function declarationPlaceText({ file }: Span): string {
  return file === undefined ? "" : ` in \`${file}\``;
}

/** A part of a `# bitlaw:` comment, and what is wrong with it. */
export interface DeclarationProblem {
  readonly span: Span;
  readonly message: string;
  /** Replacements for `span`, the likeliest first. */
  readonly suggestions: readonly string[];
}

export interface Declarations {
  readonly declared: ReadonlyMap<DeclarableKey, Declaration>;
  readonly measured: readonly MeasuredDeclaration[];
  readonly problems: readonly DeclarationProblem[];
}

/** Reads all `# bitlaw: key=value …` comments of a document; of a key declared twice the last one counts, but for `measured`. */
export function readDeclarations(document: ConfigDocument): Declarations {
  const declared = new Map<DeclarableKey, Declaration>();
  const measured: MeasuredDeclaration[] = [];
  const problems: DeclarationProblem[] = [];
  for (const comment of document.declarations) {
    const text = document.text.slice(comment.start, comment.end);
    const body = text.indexOf("bitlaw:") + "bitlaw:".length;
    for (const word of text.slice(body).matchAll(/[^\s,]+/g)) {
      const start = comment.start + body + word.index;
      const read = readWord(word[0], start);
      if ("problem" in read) problems.push(read.problem);
      else if ("measured" in read) measured.push(read.measured);
      else {
        const { key } = read.declaration;
        const before = declared.get(key);
        if (before && isOther(before, read.declaration)) problems.push(overridden(before, word[0]));
        declared.set(key, read.declaration);
      }
    }
  }
  return { declared, measured, problems };
}

function isOther(one: Declaration, other: Declaration): boolean {
  return JSON.stringify(one.value) !== JSON.stringify(other.value);
}

/** A declaration that a later one of the same fact contradicts. */
function overridden({ key, keySpan, valueSpan }: Declaration, later: string): DeclarationProblem {
  const span = { start: keySpan.start, end: valueSpan.end };
  const message = `\`${key}\` is declared again further on: \`${later}\` counts. Keep one of them.`;
  return { span, message, suggestions: [] };
}

function readWord(word: string, start: number): DeclarationResult {
  const equals = word.indexOf("=");
  const keyText = equals < 0 ? word : word.slice(0, equals);
  const keySpan = { start, end: start + keyText.length };
  if (!isDeclarable(keyText)) return { problem: unknownKey(keyText, keySpan) };
  const valueSpan = { start: start + equals + 1, end: start + word.length };
  const text = equals < 0 ? "" : word.slice(equals + 1);
  return readDeclaration(keyText, text, keySpan, equals < 0 ? keySpan : valueSpan);
}

/** A declaration as it was read, or what is wrong with it. */
export type DeclarationResult =
  | { readonly declaration: Declaration }
  | { readonly measured: MeasuredDeclaration }
  | { readonly problem: DeclarationProblem };

/** Reads the value of a fact, wherever it is declared. */
export function readDeclaration(
  key: DeclarableKey,
  text: string,
  keySpan: Span,
  valueSpan: Span,
): DeclarationResult {
  if (key === "measured") return readMeasurement(text, valueSpan);
  const value = readValue(DECLARABLE[key], text);
  if (value === undefined) return { problem: unknownValue(key, text, valueSpan) };
  return { declaration: { key, value, keySpan, valueSpan } };
}

function readMeasurement(text: string, valueSpan: Span): DeclarationResult {
  const read = parseMeasurement(text);
  if (read.ok) return { measured: { anchor: read.anchor, text, valueSpan } };
  const { from, to, candidates = [] } = read;
  const span =
    text === "" ? valueSpan : { ...valueSpan, start: valueSpan.start + from, end: valueSpan.start + to };
  const suggestions = nearestNames(text.slice(from, to), candidates);
  return { problem: { span, message: `${read.because}: expected ${MEASUREMENT_FORM}.`, suggestions } };
}

/** Whether a word is the name of a fact that can be declared. */
export function isDeclarable(text: string): text is DeclarableKey {
  return Object.hasOwn(DECLARABLE, text);
}

function readValue(kind: Kind, text: string): DeclaredValue | undefined {
  switch (kind) {
    case "quantity":
      return parseQuantity(text);
    case "count": {
      const value = parseQuantity(text);
      return Number.isInteger(value) ? value : undefined;
    }
    case "compute":
      return parseCompute(text);
    case "speedup":
      return parseSpeedup(text);
    case "nats":
      return parseNats(text);
    case "format":
      return parseNumberFormat(text);
    case "hardware":
      return hardwareNamed(text)?.name;
    case "stage":
      return STAGES.find((stage) => stage === text);
    case "method":
      return QUANTIZATION_METHODS.find((method) => method === text.toLowerCase());
    case "flag":
      return FLAGS.get(text.toLowerCase());
    case "share":
      return parseShare(text);
    case "products":
      return NARROW_PRODUCTS.find((products) => products === text.toLowerCase().replaceAll("_", " "));
    case "scaling":
      return SCALINGS.find((scaling) => scaling === text.toLowerCase());
    // Read by readMeasurement: of several, all count.
    case "measurement":
      return undefined;
    case "file":
      return text === "" ? undefined : text;
    case "version":
      return isVersion(text) ? text : undefined;
  }
}

const FLAGS: ReadonlyMap<string, boolean> = new Map([
  ["true", true],
  ["false", false],
]);

/** A value holds no space in a comment. */
const PRODUCT_WORDS = NARROW_PRODUCTS.map((products) => products.replaceAll(" ", "_"));

const STAGES: readonly Stage[] = ["pretrain", "fine-tune", "quantize"];

const EXPECTED: Readonly<Record<Kind, string>> = {
  quantity: "a number such as 7B or 2T",
  count: "a whole number such as 64",
  compute: "floating-point operations such as 1e24",
  speedup: "times as fast as BF16, a number above zero and at most 1000 such as 1.35",
  nats: "nats per token, a number above zero and at most 1 such as 0.003",
  format: "a number format such as bf16, fp8_e4m3:block128 or int4:g128",
  hardware: `one of ${hardwareNames().join(", ")}`,
  stage: `one of ${STAGES.join(", ")}`,
  method: `one of ${QUANTIZATION_METHODS.join(", ")}`,
  flag: "true or false",
  share: "a share from 0 to 1, such as 0.15 or 15%",
  products: `one of ${PRODUCT_WORDS.join(", ")}`,
  scaling: `one of ${SCALINGS.join(", ")}`,
  file: "a path in this workspace",
  version: "a version such as 0.12 or 4.57.1",
  measurement: MEASUREMENT_FORM,
};

const CANDIDATES: Readonly<Record<Kind, readonly string[]>> = {
  quantity: [],
  count: [],
  compute: [],
  speedup: [],
  nats: [],
  format: namedFormats.filter(({ suggested }) => suggested).map(({ name }) => name),
  hardware: hardwareNames(),
  stage: STAGES,
  method: QUANTIZATION_METHODS,
  flag: [...FLAGS.keys()],
  share: [],
  products: PRODUCT_WORDS,
  scaling: SCALINGS,
  file: [],
  version: [],
  measurement: [],
};

function unknownKey(text: string, span: Span): DeclarationProblem {
  return {
    span,
    message: `\`${text}\` is not a fact that a \`bitlaw:\` comment can declare. Known: ${Object.keys(DECLARABLE).join(", ")}.`,
    suggestions: nearestNames(text, Object.keys(DECLARABLE)),
  };
}

function unknownValue(key: DeclarableKey, text: string, span: Span): DeclarationProblem {
  const kind: Kind = DECLARABLE[key];
  const said = text === "" ? `\`${key}\` has no value` : `\`${text}\` is not a value for \`${key}\``;
  return {
    span,
    message: `${said}: expected ${EXPECTED[kind]}.`,
    suggestions: text === "" ? [] : nearestNames(text, CANDIDATES[kind]),
  };
}

/**
 * Merges declarations from two places. The nearer ones win, such as those of a comment over those of a project file.
 * All measurements are kept.
 */
export function mergeDeclarations(nearer: Declarations, farther: Declarations | undefined): Declarations {
  if (farther === undefined) return nearer;
  return {
    ...nearer,
    declared: new Map([...farther.declared, ...nearer.declared]),
    measured: [...nearer.measured, ...farther.measured],
  };
}
