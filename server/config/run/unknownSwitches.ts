import { isSixteenBitOrWider } from "../../science/formats/NumberFormat.ts";
import type { ScalarValue } from "../document/readScalar.ts";
import type { RunSources } from "./factReader.ts";
import type { Facts, MissingFact } from "./TrainingRun.ts";
import { isKnownPath, scalarsOf, type UnknownKey } from "./unknownKeys.ts";

/** A name that speaks of fewer than 16 bits. */
const NARROW =
  /nv_?fp4|mx_?fp\d|mx_?int\d|fp_?8|fp_?[46](?!\d)|float_?8|float_?4|e4m3|e5m2|ternary|bitnet|low_?(?:bit|precision)/i;
/** A block of settings about quantization: `quant_own: {enable: true}`. */
const QUANTIZATION = /^quant(?:$|_|iz)|^qat(?:$|_)|_(?:quant|qat)(?:$|_)/i;
/** Training that rounds as it goes, by name: `enable_qat`, `use_fake_quant`. */
const ROUNDING = /(?:^|_)(?:qat|fake_?quant(?:iz\w*)?|quant(?:iz\w*)?_aware\w*)(?:_|$)/i;
const SWITCH = /^(?:use|is|do|train|with)_|^(?:enabled?|on|active)$|^enable_|_enabled?$/i;
/** Switches named after whole numbers of few bits: `int8_training: true`. */
const INTEGERS = /(?:^|_)int_?[48](?:_|$)/i;
/** A key that holds the name of a number format. */
const FORMAT_KEY = /precision|dtype|format|recipe|quant/i;
const FORMAT_WORD =
  /^(?:torch\.)?(?:(?:nv|mx)_?fp\d\w*|mx_?int\d|fp_?[468]\w*|float[468]\w*|e[2345]m[123]\w*|hybrid)$/i;
/** Whole numbers of few bits, which other settings have as well: they count where the key speaks of training. */
const INTEGER_WORD = /^(?:torch\.)?u?int[2-8]$/i;
/** A key that names a way to multiply, and a name of one that holds a format: `type: grouped_gemm_fp8`. */
const WAY_KEY =
  /^(?:type|kind|mode|backend|kernels?|impl|implementation|engine|compute|gemm|scheme)$|_(?:backend|kernels?|impl|gemm|compute)$/i;
const WAY_WORD = /(?:^|[_-])(?:nvfp4|mxfp[468]|fp[48]|float8)(?:$|[_-])/i;
/** What is no format of the products in training: storage, traffic, inference, and names. */
const ELSEWHERE =
  /kv_?cache|vllm|sglang|trt|rollout|generat|infer|serv|eval|export|gather|reduce|shard|comm(?:unication|$|_)|optim|offload|wandb|log|cache|checkpoint|ckpt|save|name|path|dir|desc|tag|note|url|mlflow|_comment|load_in|llm_int8/i;
const KV_CACHE = /kv_?cache/i;
const OFF = /^(?:none|null|no|off|false|auto|disabled?|bf16|bfloat16|fp16|float16|fp32|float32|32|16|)$/i;

/** A key that may turn on a format of fewer bits, and that the dialect does not know. */
function switchesIn({ readings }: RunSources): readonly UnknownKey[] {
  const keys = scalarsOf(readings);
  const off = keys
    .filter(({ path, value }) => isOff(value) && namesSwitch(path.at(-1) ?? ""))
    .map(({ path }) => (path.at(-1) ?? "").replace(SWITCH, ""));
  const switchedOff = keys.filter(
    ({ path, value }) => SWITCH.test(path.at(-1) ?? "") && value.type === "boolean" && !value.value,
  );
  return keys.filter(({ path, value }) => {
    if (!mayTurnOn(path, value) || isKnownPath(readings.dialect, path)) return false;
    const name = path.at(-1) ?? "";
    if (off.some((stem) => stem !== "" && name.startsWith(`${stem}_`))) return false;
    const block = path.slice(0, -1).join(".");
    return !switchedOff.some(({ path: other }) => other.length > 1 && other.slice(0, -1).join(".") === block);
  });
}

function namesSwitch(name: string): boolean {
  return NARROW.test(name) || ROUNDING.test(name);
}

function isOff(value: ScalarValue): boolean {
  return value.type === "null" || (value.type === "boolean" ? !value.value : OFF.test(String(value.value)));
}

function mayTurnOn(path: readonly string[], value: ScalarValue): boolean {
  if (path.some((step) => ELSEWHERE.test(step)) || isOff(value)) return false;
  const name = path.at(-1) ?? "";
  const blocks = path.slice(0, -1);
  if (STORES.some(([, stores]) => stores.test(path.slice(-2).join(".")))) return false;
  if (value.type === "boolean") {
    const inside = blocks.some((step) => NARROW.test(step) || QUANTIZATION.test(step));
    const isRounding = SWITCH.test(name) && ROUNDING.test(name);
    const isNamed = NARROW.test(name) || INTEGERS.test(name) || /^(?:quantize|qat)$/i.test(name);
    return isNamed || isRounding || (SWITCH.test(name) && inside);
  }
  if (value.type !== "string") return false;
  if (INTEGER_WORD.test(value.value) && FORMAT_KEY.test(name))
    return [...blocks, name].some((step) => ROUNDING.test(step));
  if (WAY_KEY.test(name) && WAY_WORD.test(value.value)) return true;
  return (NARROW.test(name) || FORMAT_KEY.test(name)) && FORMAT_WORD.test(value.value);
}

/**
 * The formats without those that an unknown switch may change: a run is not called 16 bits wide where the file names a
 * low-precision switch of which the dialect knows nothing. What is left out is added to `missing`, with the key.
 */
export function withoutUnknownSwitches<
  F extends Pick<Facts, "weights" | "activations" | "kvCache" | StoredFact>,
>(formats: F, sources: RunSources, missing: MissingFact[]): F {
  const rest = { ...formats };
  const [first] = switchesIn(sources);
  for (const fact of ["weights", "activations"] as const) {
    const known = formats[fact];
    if (first === undefined || known === undefined || known.provenance === "declared") continue;
    if (!isSixteenBitOrWider(known.value)) continue;
    delete rest[fact];
    missing.push({
      fact,
      because: `\`${shown(first)}\` may train in fewer bits, and what it does is not known here`,
      declare: `${fact}=…`,
    });
  }
  for (const [fact, key] of unknownStores(sources)) {
    const known = formats[fact];
    if (known === undefined || known.provenance === "declared" || saysTheSame(key, known.value.name))
      continue;
    delete rest[fact];
    missing.push({ fact, because: `what \`${shown(key)}\` does is not known here` });
  }
  const cache = unknownCacheFormat(sources);
  if (cache && formats.kvCache === undefined && !missing.some(({ fact }) => fact === "kvCache"))
    missing.push({
      fact: "kvCache",
      because: `what \`${shown(cache)}\` does is not known here`,
      declare: "kv_cache=…",
    });
  return rest;
}

type StoredFact = "masterWeights" | "gradients" | "optimizerState";

/** Keys that say in which format something is kept: the last steps of the path, joined. */
const STORES: readonly (readonly [StoredFact, RegExp])[] = [
  [
    "optimizerState",
    /optim\w*\.(?:\w+_)?states?_(?:dtype|precision)$|(?:optim\w*|adam)_states?_(?:dtype|precision)$/i,
  ],
  ["masterWeights", /(?:^|\.|_)master_(?:weights?_|params?_)?(?:dtype|precision)$/i],
  ["gradients", /(?:^|\.|_)grad(?:ient)?s?_(?:accum\w*_)?(?:dtype|precision)$/i],
];
const STORED_WORD =
  /^(?:torch\.)?(?:bf16|bfloat16|fp16|float16|half|fp32|float32|float|fp8\w*|float8\w*|u?int8)$/i;

/** Formats of what a run keeps that keys state of which the dialect knows nothing. */
function unknownStores({ readings }: RunSources): readonly (readonly [StoredFact, UnknownKey])[] {
  const stated = scalarsOf(readings).filter(
    ({ path, value }) =>
      value.type === "string" && STORED_WORD.test(value.value) && !isKnownPath(readings.dialect, path),
  );
  return STORES.flatMap(([fact, name]) => {
    const key = stated.find(({ path }) => name.test(path.slice(-2).join(".")));
    return key ? [[fact, key] as const] : [];
  });
}

const SPELLINGS: Readonly<Record<string, string>> = {
  bfloat16: "bf16",
  float16: "fp16",
  half: "fp16",
  float32: "fp32",
  float: "fp32",
};

function saysTheSame({ value }: UnknownKey, name: string): boolean {
  const word = value.type === "string" ? value.value.toLowerCase().replace("torch.", "") : "";
  return (Object.hasOwn(SPELLINGS, word) ? SPELLINGS[word] : word) === name;
}

function unknownCacheFormat({ readings }: RunSources): UnknownKey | undefined {
  return scalarsOf(readings).find(
    ({ path, value }) =>
      value.type === "string" &&
      path.some((step) => KV_CACHE.test(step)) &&
      FORMAT_WORD.test(value.value) &&
      !isKnownPath(readings.dialect, path),
  );
}

/** `quant_own.enable: true`, with the last two steps of the path. */
function shown({ path, node }: UnknownKey): string {
  const text = node.text.length > 40 ? `${node.text.slice(0, 39)}…` : node.text;
  return `${path.slice(-2).join(".")}: ${text}`;
}
