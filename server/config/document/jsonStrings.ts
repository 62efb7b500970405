import type { Span } from "./ConfigNode.ts";

export type StringResult =
  | { readonly ok: true; readonly text: string; readonly end: number }
  | { readonly ok: false; readonly message: string; readonly span: Span };

const ESCAPES: Readonly<Record<string, string>> = {
  '"': '"',
  "'": "'",
  "\\": "\\",
  "/": "/",
  b: "\b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
};

/** The string whose quote is at `start`. It ends on its line: no JSON reader takes a bare line break inside. */
export function readQuoted(text: string, start: number): StringResult {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: JSON forbids exactly these
  const chunk = text[start] === "'" ? /[^'\\\u0000-\u001f]*/y : /[^"\\\u0000-\u001f]*/y;
  let content = "";
  let at = start + 1;
  for (;;) {
    chunk.lastIndex = at;
    const part = chunk.exec(text)?.[0] ?? "";
    content += part;
    at += part.length;
    if (text[at] === text[start]) return { ok: true, text: content, end: at + 1 };
    if (text[at] !== "\\") return unclosed(text, start, at);
    const escaped = readEscape(text, at);
    if (escaped === undefined) return failed("JSON has no such escape", at, at + 2, text.length);
    content += escaped.text;
    at = escaped.end;
  }
}

function unclosed(text: string, start: number, at: number): StringResult {
  const char = text[at];
  if (char === undefined || char === "\n" || char === "\r")
    return failed("This text has no closing quote", start, at);
  return failed("A tab or control character in text must be written as an escape", at, at + 1);
}

function readEscape(
  text: string,
  start: number,
): { readonly text: string; readonly end: number } | undefined {
  const letter = text[start + 1] ?? "";
  if (letter !== "u") {
    const char = Object.hasOwn(ESCAPES, letter) ? ESCAPES[letter] : undefined;
    return char === undefined ? undefined : { text: char, end: start + 2 };
  }
  const digits = text.slice(start + 2, start + 6);
  if (!/^[0-9a-fA-F]{4}$/.test(digits)) return undefined;
  return { text: String.fromCharCode(Number.parseInt(digits, 16)), end: start + 6 };
}

/**
 * The text between `'''` and `'''`, as hjson reads it: the blanks behind the opening quotes and the line break that
 * follows do not count, nor does the indentation that the quotes themselves have, nor the last line break.
 */
export function readTripleQuoted(text: string, start: number): StringResult {
  const close = text.indexOf("'''", start + 3);
  if (close < 0) return failed("This text has no closing `'''`", start, start + 3);
  const indent = start - (text.lastIndexOf("\n", start) + 1);
  const [first = "", ...lines] = text.slice(start + 3, close).split(/\r?\n/);
  const unindented = lines.map((line) => line.slice(Math.min(indent, /^[ \t]*/.exec(line)?.[0].length ?? 0)));
  const head = first.trimStart();
  const content = (head === "" && lines.length > 0 ? unindented : [head, ...unindented]).join("\n");
  return { ok: true, text: content.endsWith("\n") ? content.slice(0, -1) : content, end: close + 3 };
}

function failed(message: string, start: number, end: number, limit = Number.POSITIVE_INFINITY): StringResult {
  return { ok: false, message, span: { start, end: Math.min(end, limit) } };
}
