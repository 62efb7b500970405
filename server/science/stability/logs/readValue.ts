/** A value of a log: a number, which may be NaN or infinite; undefined where it is absent; or text that is no number. */
export type LogValue = number | undefined | { readonly text: string };

const SPECIAL: Readonly<Record<string, number>> = {
  nan: Number.NaN,
  "-nan": Number.NaN,
  inf: Number.POSITIVE_INFINITY,
  "+inf": Number.POSITIVE_INFINITY,
  "-inf": Number.NEGATIVE_INFINITY,
  infinity: Number.POSITIVE_INFINITY,
  "+infinity": Number.POSITIVE_INFINITY,
  "-infinity": Number.NEGATIVE_INFINITY,
};

/** Reads a cell of a CSV or a value of a JSON record as a number. Empty text, null and what is absent are undefined. */
export function readValue(value: unknown): LogValue {
  if (typeof value === "number") return value;
  if (value === undefined || value === null) return undefined;
  if (typeof value !== "string") return { text: JSON.stringify(value).slice(0, 40) };
  const text = value.trim();
  if (text === "") return undefined;
  const number = Number(text);
  return Number.isNaN(number) ? (SPECIAL[text.toLowerCase()] ?? { text: text.slice(0, 40) }) : number;
}
