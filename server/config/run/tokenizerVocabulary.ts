import data from "../../data/tokenizers.json" with { type: "json" };
import { spelling } from "../dialect/readKey.ts";
import type { Span } from "../document/ConfigNode.ts";
import type { RunSources } from "./factReader.ts";
import { formatInteger } from "./quantity.ts";

/** Tokens of the tokenizer that a config names. */
export interface NamedVocabulary {
  readonly tokens: number;
  /** `tokenizer_type GPT2BPETokenizer: 50,257 tokens`. */
  readonly shown: string;
  readonly at: readonly Span[];
}

/** Keys that name a tokenizer, the most specific first: the first that is stated decides. */
const KEYS = ["tokenizerModel", "tokenizerFile", "tokenizerType"];
/** No hub has longer names. */
const LONGEST_NAME = 200;

/** The vocabulary of a tokenizer that is known by name; undefined where it is not, or where the file names none. */
export function tokenizerVocabulary({ readings }: Pick<RunSources, "readings">): NamedVocabulary | undefined {
  const key = KEYS.find((name) => readings.dialect.keys[name] !== undefined && readings.isStated(name));
  const reading = key === undefined ? undefined : readings.stated(key);
  if (key === undefined || reading?.value?.type !== "string") return undefined;
  const name = reading.value.value;
  if (name.length > LONGEST_NAME) return undefined;
  const known = data.tokenizers.find((one) => new RegExp(one.name, "i").test(name));
  if (known === undefined) return undefined;
  const shown = `${spelling(readings, key)} ${name}: ${formatInteger(known.tokens)} tokens`;
  return { tokens: known.tokens, shown, at: [reading.span] };
}
