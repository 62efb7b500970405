import type { QuantizationMethod } from "../../science/laws/QuantizationMethod.ts";
import { nameParts } from "./modelName.ts";

/**
 * Words in a checkpoint's name that say how it was quantized. Learned rounding comes first: AutoRound also writes the
 * layouts of GPTQ and AWQ, and the name then has both words.
 */
const WORDS: readonly (readonly [word: RegExp, method: QuantizationMethod])[] = [
  [part("efficientqat"), "tuned"],
  [part("auto-?round|omniquant"), "learned"],
  [part("gptq"), "gptq"],
  [part("awq"), "awq"],
  [part("bnb|hqq|eetq|quanto"), "rtn"],
];

function part(words: string): RegExp {
  return new RegExp(`(?:^|[-_.])(${words})(?=$|[-_.])`, "i");
}

/** No hub has longer names. */
const LONGEST_NAME = 200;

/** The method that a checkpoint's name states, with the word that does: `Qwen2.5-7B-Instruct-GPTQ-Int4`. */
export function methodInName(
  nameOrPath: string,
): { readonly method: QuantizationMethod; readonly word: string } | undefined {
  const { name } = nameParts(nameOrPath);
  if (name.length > LONGEST_NAME) return undefined;
  for (const [pattern, method] of WORDS) {
    const word = pattern.exec(name)?.[1];
    if (word !== undefined) return { method, word };
  }
  return undefined;
}
