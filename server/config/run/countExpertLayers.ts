import { spelling } from "../dialect/readKey.ts";
import type { ConfigNode } from "../document/ConfigNode.ts";
import type { ShapeReader } from "./ShapeReader.ts";

/**
 * How many of a model's layers have experts by `expertPattern`, as Megatron-LM writes it: every n-th layer from the
 * first on, or a list of zeros (dense) and ones, or such a list as a Python expression, `([0]*3+[1]*58)`.
 * Undefined where the file states no pattern, and where it states one that does not fit, which the reader keeps.
 */
export function countExpertLayers(shape: ShapeReader, layers: number): number | undefined {
  const { readings } = shape.sources;
  const reading = readings.stated("expertPattern");
  if (reading === undefined || readings.word("expertPattern") === null) return undefined;
  const { node } = reading.located;
  const text = node.kind === "list" ? listText(node.items.map(({ value }) => value)) : textOf(node);
  if (text === undefined || !/[[\]]/.test(text)) {
    const interval = shape.required("expertPattern");
    return interval === undefined ? undefined : Math.ceil(layers / interval);
  }
  const name = spelling(readings, "expertPattern");
  const pattern = readPattern(text);
  if (pattern === undefined)
    return shape.fail(`\`${name}: ${text}\` is no list of zeros and ones that is read here`);
  if (pattern.length !== layers)
    return shape.fail(`\`${name}\` is a pattern of ${pattern.length} layers, and the model has ${layers}`);
  return pattern.ones;
}

function textOf(node: ConfigNode): string | undefined {
  return node.kind === "scalar" ? node.text : undefined;
}

function listText(items: readonly ConfigNode[]): string {
  return `[${items.map((item) => textOf(item) ?? "?").join(",")}]`;
}

/** Bits in brackets, repeated or not: `[0,1]*4`. */
const PART = /^\[([01](?:,[01])*)\](?:\*(\d{1,6}))?$/;

function readPattern(text: string): { readonly length: number; readonly ones: number } | undefined {
  const parts = text
    .replaceAll(/\s/g, "")
    .replace(/^\((.*)\)$/, "$1")
    .split("+");
  let length = 0;
  let ones = 0;
  for (const part of parts) {
    const [, list, times = "1"] = PART.exec(part) ?? [];
    if (list === undefined) return undefined;
    const bits = list.split(",");
    length += bits.length * Number(times);
    ones += bits.filter((bit) => bit === "1").length * Number(times);
  }
  return { length, ones };
}
