/** NaN and infinities that are written as Python writes them, or a whole piece of text, which is skipped. */
const PYTHON_NUMBERS = /"(?:[^"\\]|\\.)*"|-?\b(?:Infinity|NaN)\b/g;

/** An object in JSON, with Python's bare `NaN` and `Infinity` read as text; undefined for anything else. */
export function parseJsonObject(text: string): Readonly<Record<string, unknown>> | undefined {
  return objectFrom(text) ?? objectFrom(text.replace(PYTHON_NUMBERS, quoted));
}

function quoted(found: string): string {
  return found.startsWith('"') ? found : `"${found}"`;
}

function objectFrom(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    const isObject = typeof value === "object" && value !== null && !Array.isArray(value);
    return isObject ? (value as Readonly<Record<string, unknown>>) : undefined;
  } catch {
    return undefined;
  }
}
