import { parseNumberFormat } from "../../science/formats/parseNumberFormat.ts";

/** The largest seed that every framework takes: NumPy's generators stop at 32 bits. */
const LARGEST_SEED = 2 ** 32 - 1;

const MOST_SEEDS = 100;

/** The number of seeds or, with a comma, the seeds themselves; else what is wrong, for a person. */
export function readSeeds(text: string): number | readonly number[] | string {
  const parts = partsOf(text);
  if (parts.length === 0 || !parts.every((part) => /^\d{1,10}$/.test(part) && Number(part) <= LARGEST_SEED))
    return "It is a number of seeds, such as 3, or seeds with commas between them, such as 1,2,7.";
  const numbers = parts.map(Number);
  if (numbers.length > MOST_SEEDS) return `At most ${MOST_SEEDS} seeds are written at once.`;
  const [first = 0] = numbers;
  if (text.includes(",")) return numbers;
  return first >= 1 && first <= MOST_SEEDS ? first : `The number of seeds is from 1 to ${MOST_SEEDS}.`;
}

/** Factors of the learning rate; else what is wrong, for a person. */
export function readFactors(text: string): readonly number[] | string {
  const factors = partsOf(text).map(Number);
  return factors.length > 0 && factors.every((factor) => factor >= 1e-6 && factor <= 1e6)
    ? factors
    : "They are numbers above zero with commas between them, such as 0.3,1,3.";
}

/** Names of formats; else what is wrong, for a person. */
export function readFormats(text: string): readonly string[] | string {
  const names = partsOf(text);
  const unknown = names.find((name) => parseNumberFormat(name) === undefined);
  if (unknown !== undefined) return `\`${unknown}\` is not the name of a number format.`;
  return names.length > 0 ? names : "They are names of formats, such as bf16,fp8_e4m3.";
}

function partsOf(text: string): readonly string[] {
  return text
    .split(",")
    .map((part) => part.trim())
    .filter((part) => part !== "");
}
