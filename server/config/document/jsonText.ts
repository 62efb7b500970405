import type { ConfigNode, MapEntry, MapNode, ScalarNode, Span } from "./ConfigNode.ts";
import { TooDeep } from "./findDirectives.ts";
import { readQuoted, readTripleQuoted } from "./jsonStrings.ts";

/**
 * Where a quoteless text ends: in hjson at the end of its line, commas and braces included; in the lenient reading of a
 * file whose loader is not yet known, at the next comma, bracket or comment.
 */
export type JsonSyntax = "lenient" | "hjson";

/** Syntax in a text that standard JSON does not allow: a comment, an extra comma, a key without quotes. */
export interface NonStandardJson {
  readonly span: Span;
  /** Begins a sentence: "A comment". */
  readonly what: string;
  /** What makes it JSON: "Remove it". */
  readonly advice: string;
}

export interface JsonText {
  /** Undefined for a text of blanks and comments. */
  readonly root: ConfigNode | undefined;
  /** The first place that Python's `json` would stop at. */
  readonly nonStandard: NonStandardJson | undefined;
  /** Those that end with their line. */
  readonly comments: readonly Span[];
}

export interface JsonOptions {
  readonly syntax: JsonSyntax;
  /** Deeper texts are refused. */
  readonly maxDepth: number;
  /** Names a companion, so that every span says where it is. */
  readonly file: string | undefined;
}

/** The text is not even lenient JSON. */
export class JsonSyntaxError extends Error {
  constructor(
    message: string,
    readonly span: Span,
  ) {
    super(message);
  }
}

/** Reads JSON, and what hjson adds to it, with exact places. Throws `JsonSyntaxError` and `TooDeep`. */
export function readJsonText(text: string, options: JsonOptions): JsonText {
  return new JsonReader(text, options).read();
}

const JSON_LITERAL = /(?:null|true|false|NaN|-?Infinity|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?)/y;
/** A literal counts as such in hjson only where nothing but a delimiter follows. */
const HJSON_LITERAL =
  /(?:null|true|false|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?)(?=[ \t]*(?:$|[\r\n,}\]#]|\/[/*]))/y;
const BLANK = /[ \t\r\n]+/y;
const LINE_COMMENT = /(?:#|\/\/)[^\r\n]*/y;
/** A part of a text without quotes. One regular expression for all of it could overflow its stack. */
const CHUNK = /[^ \t\r\n,{}[\]#/]+|[ \t]+|\/(?![/*])/y;
const LINE = /[^\r\n]*/y;
const KEY = /[^ \t\r\n{}[\],:"']+/y;

const QUOTE_IT = "Put it in double quotes";
const PYTHON_WORDS: ReadonlyMap<string, string> = new Map([
  ["True", "true"],
  ["False", "false"],
  ["None", "null"],
]);

class JsonReader {
  #at = 0;
  #nonStandard: NonStandardJson | undefined;
  readonly #comments: Span[] = [];
  /** The first text without quotes that holds what may be meant as the end of something. */
  #swallower: { readonly text: string; readonly span: Span } | undefined;

  readonly #syntax: JsonSyntax;
  readonly #maxDepth: number;
  readonly #file: { readonly file: string } | undefined;

  constructor(
    readonly text: string,
    { syntax, maxDepth, file }: JsonOptions,
  ) {
    this.#syntax = syntax;
    this.#maxDepth = maxDepth;
    this.#file = file === undefined ? undefined : { file };
  }

  read(): JsonText {
    if (this.text.startsWith("\uFEFF")) this.#at = 1;
    this.#skip();
    if (this.#at >= this.text.length) return this.#text(undefined);
    const root = this.#isBraceless() ? this.#bracelessMap() : this.#value(0);
    this.#skip();
    if (this.#at < this.text.length) this.#fail("Nothing may follow the end of the config");
    return this.#text(root);
  }

  #text(root: ConfigNode | undefined): JsonText {
    return { root, nonStandard: root && this.#nonStandard, comments: this.#comments };
  }

  /** Whether there are a key and a colon instead of the opening brace. */
  #isBraceless(): boolean {
    return /^(?:"[^"\\\r\n]*"|'[^'\\\r\n]*'|[^ \t\r\n{}[\],:"']+)[ \t]*:/.test(
      this.text.slice(this.#at, this.#at + 200),
    );
  }

  #bracelessMap(): MapNode {
    const start = this.#at;
    this.#depart("A config without braces", "Put braces around it", this.#span(start, start + 1));
    const entries = this.#entries(1, undefined);
    const end = entries.at(-1)?.value.span.end ?? start;
    return { kind: "map", span: this.#span(start, end), flow: true, entries, merges: [] };
  }

  #value(depth: number): ConfigNode {
    if (depth > this.#maxDepth) throw new TooDeep();
    const start = this.#at;
    const char = this.text[start];
    if (char === "{") {
      this.#at++;
      const entries = this.#entries(depth + 1, start);
      return { kind: "map", span: this.#span(start), flow: true, entries, merges: [] };
    }
    if (char === "[") return this.#list(depth);
    if (char === '"' || char === "'") return this.#quoted();
    return this.#plain();
  }

  /** The entries of a map up to its closing brace, or to the end of a map without braces. */
  #entries(depth: number, opened: number | undefined): readonly MapEntry[] {
    const entries: MapEntry[] = [];
    const isEnd = () => (opened === undefined ? this.#at >= this.text.length : this.text[this.#at] === "}");
    this.#skip();
    while (!isEnd()) {
      if (this.#at >= this.text.length) this.#failUnclosed("{", opened);
      const { text: key, span: keySpan } = this.#key();
      this.#skip();
      if (this.text[this.#at] !== ":") this.#fail(`A colon must follow the key \`${shortened(key)}\``);
      this.#at++;
      this.#skip();
      const value = this.#value(depth);
      entries.push({ key, keySpan, value });
      this.#separator(isEnd, value.span.end);
    }
    if (opened !== undefined) this.#at++;
    return entries;
  }

  #list(depth: number): ConfigNode {
    const start = this.#at++;
    const items: { readonly value: ConfigNode }[] = [];
    const isEnd = () => this.text[this.#at] === "]";
    this.#skip();
    while (!isEnd()) {
      if (this.#at >= this.text.length) this.#failUnclosed("[", start);
      const value = this.#value(depth + 1);
      items.push({ value });
      this.#separator(isEnd, value.span.end);
    }
    this.#at++;
    return { kind: "list", span: this.#span(start), flow: true, items };
  }

  /** Takes the comma behind an entry; hjson needs none, and takes one before the end. */
  #separator(isEnd: () => boolean, behind: number): void {
    this.#skip();
    const comma = this.#at;
    if (this.text[comma] === ",") {
      this.#at++;
      this.#skip();
      if (isEnd()) this.#depart("A comma behind the last entry", "Remove it", this.#span(comma, comma + 1));
    } else if (!isEnd() && comma < this.text.length) {
      this.#depart("A missing comma", "Add it", this.#span(behind, behind));
    }
  }

  #key(): { readonly text: string; readonly span: Span } {
    const start = this.#at;
    if (this.text[start] === '"' || this.text[start] === "'") {
      const { text, span } = this.#quoted();
      return { text, span };
    }
    const text = this.#match(KEY);
    if (text === undefined) this.#fail("A key is expected here");
    const span = this.#span(start);
    this.#depart("A key without quotes", QUOTE_IT, span);
    return { text, span };
  }

  #quoted(): ScalarNode {
    const start = this.#at;
    const triple = this.text.startsWith("'''", start);
    const read = triple ? readTripleQuoted(this.text, start) : readQuoted(this.text, start);
    if (!read.ok) throw new JsonSyntaxError(read.message, read.span);
    this.#at = read.end;
    const span = this.#span(start);
    if (triple) this.#depart("Text in triple quotes", QUOTE_IT, span);
    else if (this.text[start] === "'") this.#depart("Text in single quotes", QUOTE_IT, span);
    return { kind: "scalar", span, text: read.text, style: this.text[start] === "'" ? "single" : "double" };
  }

  #plain(): ScalarNode {
    const start = this.#at;
    if (start >= this.text.length || /[}\],:]/.test(this.text[start] ?? ""))
      this.#fail("A value is expected here");
    const hjson = this.#syntax === "hjson";
    const literal = hjson ? this.#match(HJSON_LITERAL) : undefined;
    const text = literal ?? (hjson ? (this.#match(LINE) ?? "") : this.#lenientText()).trimEnd();
    if (text === "") this.#fail("A value is expected here");
    const span = this.#span(start, start + text.length);
    if (!isJsonLiteral(text)) this.#departBy(text, span);
    return { kind: "scalar", span, text, style: "plain" };
  }

  #skip(): void {
    for (;;) {
      this.#match(BLANK);
      const start = this.#at;
      if (this.text.startsWith("/*", start)) {
        const close = this.text.indexOf("*/", start + 2);
        if (close < 0) throw new JsonSyntaxError("This comment is never closed", { start, end: start + 2 });
        this.#at = close + 2;
      } else if (this.#match(LINE_COMMENT) === undefined) return;
      else this.#comments.push(this.#span(start));
      this.#depart("A comment", "Remove it", this.#span(start));
    }
  }

  /** Text up to a comma, bracket, comment or line break. */
  #lenientText(): string {
    const start = this.#at;
    while (this.#match(CHUNK) !== undefined);
    return this.text.slice(start, this.#at);
  }

  #match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#at;
    const match = pattern.exec(this.text)?.[0];
    if (match === undefined || match === "") return undefined;
    this.#at += match.length;
    return match;
  }

  #span(start: number, end = this.#at): Span {
    return { start, end, ...this.#file };
  }

  #departBy(text: string, span: Span): void {
    const python = PYTHON_WORDS.get(text);
    this.#depart(`\`${shortened(text)}\` without quotes`, python ? `Write ${python}` : QUOTE_IT, span);
    if (this.#syntax === "hjson" && /[{}[\],]/.test(text)) this.#swallower ??= { text, span };
  }

  #depart(what: string, advice: string, span: Span): void {
    if (this.#nonStandard === undefined || span.start < this.#nonStandard.span.start)
      this.#nonStandard = { what, advice, span };
  }

  #fail(message: string): never {
    throw new JsonSyntaxError(message, { start: this.#at, end: Math.min(this.#at + 1, this.text.length) });
  }

  #failUnclosed(bracket: string, opened = 0): never {
    if (this.#swallower !== undefined) {
      const { text, span } = this.#swallower;
      throw new JsonSyntaxError(
        `\`${shortened(text)}\` has no quotes, so hjson takes the rest of the line in, and a \`${bracket}\` is never closed`,
        span,
      );
    }
    throw new JsonSyntaxError(`This \`${bracket}\` is never closed`, { start: opened, end: opened + 1 });
  }
}

function isJsonLiteral(text: string): boolean {
  JSON_LITERAL.lastIndex = 0;
  return JSON_LITERAL.exec(text)?.[0] === text;
}

function shortened(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
