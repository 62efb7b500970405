import { arithmeticValue, namesInArithmetic } from "../dialect/arithmetic.ts";
import type { FormulaFile, LayerListFile } from "../dialect/Dialect.ts";
import { conditionHolds } from "../dialect/evaluateSettings.ts";
import { spelling } from "../dialect/readKey.ts";
import type { Span } from "../document/ConfigNode.ts";
import type { RunSources } from "./factReader.ts";
import { formatInteger } from "./quantity.ts";
import { ShapeReader } from "./ShapeReader.ts";

export interface FormulaCount {
  /** Everything but token and position embeddings and the output matrix. */
  readonly nonEmbedding: number;
  /** As `nonEmbedding`, counting only the experts that one token uses. */
  readonly activeNonEmbedding: number;
  readonly embedding: number;
  /** The arithmetic, for people. */
  readonly how: string;
  readonly at: readonly Span[];
}

/** Symbols of a formula and the keys that they stand for; every other name is a key or a property of its own. */
const SYMBOLS: Readonly<Record<string, string>> = {
  L: "layers",
  h: "hidden",
  a: "heads",
  k: "kvHeads",
  d: "headDim",
  f: "mlpWidth",
  V: "vocabulary",
  E: "experts",
  t: "expertsPerToken",
  g: "expertWidth",
  s: "sharedExpertWidth",
};

/** The formula of the model that a config describes, if its dialect has one. */
export function formulaFor({ readings }: RunSources): FormulaFile | undefined {
  return readings.dialect.formulas?.find(({ when }) => conditionHolds(when, readings) === true);
}

/** The parameters by a formula, or which key is lacking. */
export function countByFormula(
  sources: RunSources,
  formula: FormulaFile,
): FormulaCount | { readonly because: string } {
  const values = new FormulaValues(sources, formula);
  let [nonEmbedding, activeNonEmbedding] = [0, 0];
  const how: string[] = [];
  for (const { name, each, active = each, times = "L" } of formula.parts) {
    const [one, used, count] = [each, active, times].map((text) => values.of(text));
    if (one === undefined || used === undefined || count === undefined) return { because: values.why };
    nonEmbedding += one * count;
    activeNonEmbedding += used * count;
    if (count > 0)
      how.push(`${times === "1" ? "" : `${formatInteger(count)} × `}${name} ${formatInteger(one)}`);
  }
  const embedding = values.of(formula.embedding);
  if (embedding === undefined) return { because: values.why };
  if (
    ![nonEmbedding, activeNonEmbedding, embedding].every((value) => Number.isSafeInteger(value) && value >= 0)
  )
    return { because: "the sizes of this file do not fit together" };
  return { nonEmbedding, activeNonEmbedding, embedding, how: how.join(" + "), at: values.at };
}

class FormulaValues {
  readonly #shape: ShapeReader;
  readonly #known = new Map<string, number | undefined>();
  readonly #formula: FormulaFile;

  constructor(sources: RunSources, formula: FormulaFile) {
    this.#shape = new ShapeReader(sources);
    this.#formula = formula;
  }

  /** The first reason why a value is not known. */
  get why(): string {
    return this.#shape.failure ?? "the model's shape is incomplete";
  }

  get at(): readonly Span[] {
    return this.#shape.used.flatMap(({ at }) => at);
  }

  of(text: string): number | undefined {
    const names = namesInArithmetic(text);
    if (names.some((name) => this.#named(name) === undefined)) return undefined;
    return arithmeticValue(text, (name) => this.#named(name));
  }

  #named(name: string): number | undefined {
    if (!this.#known.has(name)) this.#known.set(name, this.#read(name));
    return this.#known.get(name);
  }

  #read(name: string): number | undefined {
    const { define = {}, lists = {}, otherwise = {} } = this.#formula;
    if (define[name] !== undefined) return this.of(define[name]);
    if (lists[name] !== undefined) return this.#itemsOf(lists[name]);
    if (name === "tied") return this.#shape.flag("tied") ? 1 : 0;
    const key = SYMBOLS[name] ?? name;
    const { readings } = this.#shape.sources;
    if (readings.dialect.keys[key]?.type === "flag") return this.#flag(key);
    if (readings.word(key) === 0) return 0;
    const value = this.#shape.size(key);
    if (value !== undefined || this.#shape.failure !== undefined) return value;
    if (otherwise[name] !== undefined) return this.#whole(this.of(otherwise[name]));
    return this.#shape.fail(`\`${spelling(readings, key)}\` is not set`);
  }

  #whole(value: number | undefined): number | undefined {
    return value === undefined || Number.isInteger(value)
      ? value
      : this.#shape.fail("the sizes of this file do not fit together");
  }

  #flag(key: string): number | undefined {
    const { readings } = this.#shape.sources;
    const word = readings.word(key);
    if (word === true) return 1;
    if (word === false || word === null) return 0;
    return this.#shape.fail(`\`${spelling(readings, key)}\` holds no true or false`);
  }

  /** How many items of a list, or letters of a text, are among the words. */
  #itemsOf({ key, words, otherwise }: LayerListFile): number | undefined {
    const { readings } = this.#shape.sources;
    const reading = readings.stated(key);
    const node = reading?.located.node;
    const isNull = reading?.value?.type === "null";
    if (reading === undefined || node === undefined || isNull)
      return otherwise === undefined
        ? this.#shape.fail(`\`${spelling(readings, key)}\` is not set`)
        : this.of(otherwise);
    if (node.kind === "map") return this.#shape.fail(`\`${spelling(readings, key)}\` is no list of layers`);
    const items =
      node.kind === "list"
        ? node.items.map(({ value }) => (value.kind === "scalar" ? value.text : ""))
        : [...node.text];
    return words === undefined ? items.length : items.filter((item) => words.includes(item)).length;
  }
}
