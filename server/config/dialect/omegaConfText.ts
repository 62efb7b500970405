import type { ScalarValue } from "../document/readScalar.ts";

/** A text scalar taken apart as OmegaConf's grammar does (omegaconf/grammar/*.g4). */
export type Part =
  | { readonly kind: "text"; readonly text: string }
  /** `${a.b}`; `up` counts the dots in front: 0 from the root, 1 in the map of the value, 2 one map further up. */
  | { readonly kind: "reference"; readonly up: number; readonly keys: readonly (readonly Part[])[] }
  /** `${oc.env:VAR,default}`. */
  | { readonly kind: "resolver"; readonly name: string; readonly inputs: readonly Input[] };

/** An argument of a resolver. A list or map is not read further. */
export type Input =
  | { readonly kind: "value"; readonly value: ScalarValue }
  | { readonly kind: "parts"; readonly parts: readonly Part[] }
  | { readonly kind: "collection" };

/** References inside references, deeper than any config has them. */
const MAX_DEPTH = 10;

/** Longer texts are prompts or templates, not settings. */
const MAX_LENGTH = 5000;

/** Undefined where OmegaConf could not parse the text either. */
export function parseOmegaConfText(text: string): readonly Part[] | undefined {
  return text.length > MAX_LENGTH ? undefined : new Cursor(text).topLevel();
}

const BLANKS = /[ \t]*/y;
const RESOLVER = /[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*(?=[ \t]*:)/y;
const DOTS = /\.*/y;
const KEY = /[^\\{}()[\]:. \t'"]+/y;
const PLAIN = /[^\\,{}[\]'"$]+/y;

class Cursor {
  #at = 0;
  #depth = 0;

  constructor(readonly text: string) {}

  /** Backslashes escape `${` and each other, but only right in front of it. */
  topLevel(): readonly Part[] | undefined {
    const parts: Part[] = [];
    let plain = "";
    while (this.#at < this.text.length) {
      const open = this.text.indexOf("${", this.#at);
      const before = this.text.slice(this.#at, open < 0 ? undefined : open);
      if (open < 0) {
        plain += before;
        break;
      }
      const backslashes = /\\*$/.exec(before)?.[0].length ?? 0;
      plain += before.slice(0, before.length - Math.ceil(backslashes / 2));
      this.#at = open + 2;
      if (backslashes % 2 === 1) {
        plain += "${";
        continue;
      }
      const part = this.#interpolation();
      if (part === undefined) return undefined;
      if (plain !== "") parts.push({ kind: "text", text: plain });
      plain = "";
      parts.push(part);
    }
    return plain === "" && parts.length > 0 ? parts : [...parts, { kind: "text", text: plain }];
  }

  /** What follows `${`, the closing brace included. */
  #interpolation(): Part | undefined {
    if (++this.#depth > MAX_DEPTH) return undefined;
    this.#match(BLANKS);
    const name = this.#match(RESOLVER);
    const part = name === undefined ? this.#reference() : this.#resolver(name);
    this.#match(BLANKS);
    this.#depth--;
    return part && this.#take("}") ? part : undefined;
  }

  #reference(): Part | undefined {
    const up = this.#match(DOTS)?.length ?? 0;
    const keys: (readonly Part[])[] = [];
    do {
      const bracket = this.#take("[");
      const key = this.#key();
      if (key === undefined || (bracket && !this.#take("]"))) return undefined;
      keys.push(key);
    } while (this.text[this.#at] === "[" || this.#take("."));
    return { kind: "reference", up, keys };
  }

  #key(): readonly Part[] | undefined {
    if (this.#take("${")) {
      const inner = this.#interpolation();
      return inner && [inner];
    }
    const text = this.#match(KEY);
    return text === undefined ? undefined : [{ kind: "text", text }];
  }

  #resolver(name: string): Part | undefined {
    this.#match(BLANKS);
    this.#take(":");
    const inputs: Input[] = [];
    this.#match(BLANKS);
    if (this.text[this.#at] === "}") return { kind: "resolver", name, inputs };
    do {
      this.#match(BLANKS);
      const input = this.#input();
      if (input === undefined) return undefined;
      inputs.push(input);
      this.#match(BLANKS);
    } while (this.#take(","));
    return { kind: "resolver", name, inputs };
  }

  #input(): Input | undefined {
    const char = this.text[this.#at];
    if (char === "[" || char === "{") return this.#collection();
    if (char === "'" || char === '"') return this.#quoted(char);
    const parts: Part[] = [];
    let plain = "";
    for (;;) {
      const chunk = this.#match(PLAIN);
      if (chunk !== undefined) plain += chunk;
      else if (this.#take("${")) {
        const inner = this.#interpolation();
        if (inner === undefined) return undefined;
        if (plain !== "") parts.push({ kind: "text", text: plain });
        plain = "";
        parts.push(inner);
      } else if (this.#take("$")) plain += "$";
      else if (this.#take("\\"))
        plain += /[\\()[\]{}:=, \t]/.test(this.#next()) ? this.text[this.#at++] : "\\";
      else break;
    }
    const last = plain.trimEnd();
    if (parts.length === 0) return { kind: "value", value: primitive(last) };
    return { kind: "parts", parts: last === "" ? parts : [...parts, { kind: "text", text: last }] };
  }

  #quoted(quote: string): Input | undefined {
    const close = new RegExp(`(?:[^\\\\${quote}]|\\\\.)*`, "y");
    this.#at++;
    const content = this.#match(close) ?? "";
    if (!this.#take(quote)) return undefined;
    const inner = new Cursor(content.replaceAll(`\\${quote}`, quote)).topLevel();
    return inner && { kind: "parts", parts: inner };
  }

  /** Skips a list or map by its brackets. */
  #collection(): Input | undefined {
    let depth = 0;
    for (; this.#at < this.text.length; this.#at++) {
      const char = this.#next();
      if (char === "[" || char === "{") depth++;
      else if (char === "]" || char === "}") depth--;
      if (depth === 0) {
        this.#at++;
        return { kind: "collection" };
      }
    }
    return undefined;
  }

  #next(): string {
    return this.text[this.#at] ?? "";
  }

  #take(text: string): boolean {
    if (!this.text.startsWith(text, this.#at)) return false;
    this.#at += text.length;
    return true;
  }

  #match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#at;
    const match = pattern.exec(this.text)?.[0];
    if (match === undefined || match === "") return undefined;
    this.#at += match.length;
    return match;
  }
}

const INTEGER = /^[-+]?(?:0|[1-9](?:_?\d)*)$/;
const FLOAT =
  /^[-+]?(?:(?:0|[1-9](?:_?\d)*)\.(?:\d(?:_?\d)*)?(?:[eE][-+]?\d(?:_?\d)*)?|\.\d(?:_?\d)*(?:[eE][-+]?\d(?:_?\d)*)?|(?:0|[1-9](?:_?\d)*)[eE][-+]?\d(?:_?\d)*)$/;

/** A resolver's input without quotes: YAML's words for true and false are text there. */
function primitive(text: string): ScalarValue {
  if (/^null$/i.test(text)) return { type: "null" };
  if (/^(?:true|false)$/i.test(text)) return { type: "boolean", value: text.toLowerCase() === "true" };
  const number = Number(text.replaceAll("_", ""));
  if (INTEGER.test(text)) return { type: "integer", value: number };
  if (FLOAT.test(text)) return { type: "float", value: number };
  const infinite = /^([-+]?)(?:inf|(nan))$/i.exec(text);
  if (infinite) {
    const size = infinite[1] === "-" ? -Infinity : Infinity;
    return { type: "float", value: infinite[2] === undefined ? size : Number.NaN };
  }
  return { type: "string", value: text };
}
