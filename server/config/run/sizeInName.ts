import { parseQuantity } from "./quantity.ts";

/** `-7B`, `-8x7B`, `-30B-A3B`, `-350M`, `-1_6b`; in `llama3_1_8b` the 8, because a digit stands before `_1`. */
const SIZE = /(?:(?<!\d)_|^|[-. ]|_(?=\d+(?:\.\d+)?[bm]))(?:(\d+)x)?(\d+(?:[._]\d+)?)([bm])(?=$|[-_. ])/gi;
const ACTIVE = /[-_]a(\d+(?:[._]\d+)?)([bm])(?=$|[-_. ])/i;
/** `-16E`: the size beside it counts the active parameters only. */
const EXPERTS = /[-_]\d+e(?=$|[-_])/i;

/** Sizes in names are rounded; most are true to this. */
export const NAME_TOLERANCE = 0.1;

export interface NamedSize {
  readonly parameters: number;
  readonly activeParameters?: number;
}

/** One size, of all parameters; undefined where the name gives two (`OLMoE-1B-7B`) or only that of an expert. */
export function sizeInName(name: string): NamedSize | undefined {
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
