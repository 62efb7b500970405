import {
  type Alias,
  Composer,
  type CST,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type Pair,
  type YAMLMap,
  type YAMLParseError,
  type YAMLSeq,
} from "yaml";
import type { ConfigDocument, ConfigLanguage } from "./ConfigDocument.ts";
import type { ConfigNode, ListItem, MapEntry, MapNode, ScalarNode, Span } from "./ConfigNode.ts";
import {
  commentsIn,
  declarationsAmong,
  findDeclarations,
  findDirectives,
  mayHoldDirectives,
  syntaxTokens,
  TooDeep,
} from "./findDirectives.ts";
import { type JsonSyntax, JsonSyntaxError, type JsonText, readJsonText } from "./jsonText.ts";
import { shellDocuments } from "./shellDocuments.ts";
import { readTomlText, TomlSyntaxError } from "./tomlText.ts";

/** Why a text cannot be read, as a message for a person, with the place. */
export interface ParseFailure {
  readonly message: string;
  readonly span: Span;
}

export type ParseResult =
  | { readonly ok: true; readonly documents: readonly ConfigDocument[] }
  | { readonly ok: false; readonly failure: ParseFailure };

/** Larger texts are not read: the largest known training config is under 100 KB. */
export const MAX_TEXT_LENGTH = 512 * 1024;

/** Deeper texts are not read: real configs nest less than 20 levels. */
const MAX_DEPTH = 100;

/** How to parse a text, besides its language. */
export interface ParseOptions {
  /** Names a companion, so that every span says where it is. */
  readonly file?: string | undefined;
  readonly syntax?: JsonSyntax;
}

/** Parses a YAML, JSON or TOML file, or a shell script. Scalars stay text, because their meaning depends on the loader. Never throws. */
export function parseConfig(
  text: string,
  language: ConfigLanguage,
  { file, syntax = "lenient" }: ParseOptions = {},
): ParseResult {
  if (text.length > MAX_TEXT_LENGTH)
    return failure(`The file is larger than ${MAX_TEXT_LENGTH / 1024} KiB, too large for a training config.`);
  const binary = text.indexOf("\u0000");
  if (binary >= 0) return failure("The file is binary or in an encoding other than UTF-8.", binary);
  try {
    if (language === "json") return parseJson(text, syntax, file);
    if (language === "toml") return parseToml(text, file);
    if (language === "shell") return { ok: true, documents: shellDocuments(text, file) };
    return withoutStackTraces(() => parseYaml(text, file));
  } catch (error) {
    if (error instanceof JsonSyntaxError || error instanceof TomlSyntaxError)
      return failure(`${error.message}.`, error.span.start, error.span.end);
    if (error instanceof TooDeep || error instanceof RangeError)
      return failure(`Values are nested more than ${MAX_DEPTH} levels deep.`);
    return failure(`The file cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** The composer makes an error for every mistake of a text; their stack traces would take most of the time. */
function withoutStackTraces<T>(action: () => T): T {
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0;
  try {
    return action();
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}

function parseJson(text: string, syntax: JsonSyntax, file: string | undefined): ParseResult {
  const { root, nonStandard, comments } = readJson(text, syntax, file);
  if (root === undefined) return { ok: true, documents: [] };
  const document: ConfigDocument = {
    text,
    language: "json",
    root,
    aliased: new Set(),
    declarations: [],
    directives: findDirectives(text, comments),
    ...(file === undefined ? {} : { file }),
    ...(nonStandard === undefined ? {} : { nonStandardJson: nonStandard }),
  };
  return { ok: true, documents: [document] };
}

function parseToml(text: string, file: string | undefined): ParseResult {
  const { root, comments } = readTomlText(text, file);
  const document: ConfigDocument = {
    text,
    language: "toml",
    root,
    aliased: new Set(),
    declarations: declarationsAmong(text, comments),
    directives: findDirectives(text, comments),
    ...(file === undefined ? {} : { file }),
  };
  return { ok: true, documents: [document] };
}

/** A text without quotes can hold what only hjson makes sense of. */
function readJson(text: string, syntax: JsonSyntax, file: string | undefined): JsonText {
  const options = { file, maxDepth: MAX_DEPTH };
  try {
    return readJsonText(text, { ...options, syntax });
  } catch (error) {
    if (syntax === "hjson" || !(error instanceof JsonSyntaxError)) throw error;
    try {
      return readJsonText(text, { ...options, syntax: "hjson" });
    } catch {
      throw error;
    }
  }
}

function parseYaml(text: string, file: string | undefined): ParseResult {
  const composer = new Composer({ schema: "failsafe", uniqueKeys: false, logLevel: "silent" });
  const documents: Omit<ConfigDocument, "declarations" | "directives">[] = [];
  const textSpans: Span[] = [];
  const comments: Span[] = [];
  for (const document of composer.compose(withComments(text, comments))) {
    const error = document.errors.find((one) => !isCommentWithoutBlank(one));
    if (error) {
      const [start, end] = error.pos.map((offset) => Math.min(offset, text.length));
      return failure(error.message.split("\n")[0] ?? error.code, start, end);
    }
    if (document.contents === null) continue;
    const reader = new NodeReader(file);
    const root = reader.read(document.contents);
    for (const span of reader.textSpans) textSpans.push(span);
    documents.push({
      text,
      language: "yaml",
      root,
      aliased: reader.aliased,
      ...(file === undefined ? {} : { file }),
    });
  }
  const declarations = outside(textSpans, findDeclarations(text));
  const directives = findDirectives(text, comments);
  return { ok: true, documents: documents.map((document) => ({ ...document, declarations, directives })) };
}

/** PyYAML takes `[1,# two` and `"a"# b` for comments: its scanner looks for them wherever a token may begin. */
function isCommentWithoutBlank({ code, message }: YAMLParseError): boolean {
  return code === "MISSING_CHAR" && message.startsWith("Comments must be separated");
}

/** The syntax tree of a YAML text; its comments are added to `comments` on the way, where they are of interest. */
function* withComments(text: string, comments: Span[]): Generator<CST.Token, void> {
  const wanted = mayHoldDirectives(text);
  for (const token of syntaxTokens(text, MAX_DEPTH)) {
    if (wanted) for (const span of commentsIn(token)) comments.push(span);
    yield token;
  }
}

/** The spans that start in none of `others`; both in the order of the text. */
function outside(others: readonly Span[], spans: readonly Span[]): readonly Span[] {
  let next = 0;
  return spans.filter(({ start }) => {
    while ((others[next]?.end ?? Number.POSITIVE_INFINITY) <= start) next++;
    return (others[next]?.start ?? Number.POSITIVE_INFINITY) > start;
  });
}

function failure(message: string, start = 0, end = start): ParseResult {
  return { ok: false, failure: { message, span: { start, end } } };
}

/** Turns the AST into nodes; aliases become the anchored node itself, so that nothing is ever expanded. */
class NodeReader {
  /** Spans of scalars that may hold a `#` which is no comment. */
  readonly textSpans: Span[] = [];
  /** Nodes that an alias refers to. */
  readonly aliased = new Set<ConfigNode>();
  readonly #anchors = new Map<string, ConfigNode>();
  readonly #file: { readonly file: string } | undefined;

  constructor(file: string | undefined) {
    this.#file = file === undefined ? undefined : { file };
  }

  read(node: unknown): ConfigNode {
    const read = this.#readNode(node);
    const anchor = isScalar(node) || isMap(node) || isSeq(node) ? node.anchor : undefined;
    if (anchor !== undefined) this.#anchors.set(anchor, read);
    return read;
  }

  #readNode(node: unknown): ConfigNode {
    if (isScalar(node)) return this.#scalar(node);
    if (isMap(node)) return this.#map(node);
    if (isSeq(node)) return this.#list(node);
    if (isAlias(node)) return this.#alias(node);
    return emptyScalar(this.#span({}));
  }

  #alias(node: Alias): ConfigNode {
    const target = this.#anchors.get(node.source);
    if (target === undefined) return emptyScalar(this.#span(node));
    this.aliased.add(target);
    return target;
  }

  #scalar(node: {
    value: unknown;
    type?: string;
    range?: readonly number[] | null;
    tag?: string;
  }): ScalarNode {
    const span = this.#span(node);
    const style = STYLES[node.type ?? "PLAIN"] ?? "plain";
    if (style !== "plain") this.textSpans.push(span);
    const text = typeof node.value === "string" ? node.value : "";
    return { kind: "scalar", span, text, style, ...(node.tag ? { tag: node.tag } : {}) };
  }

  #map(node: YAMLMap): MapNode {
    const entries: MapEntry[] = [];
    const merges: MapNode[] = [];
    for (const pair of node.items as readonly Pair<unknown, unknown>[]) {
      const key = this.#key(pair.key);
      const value = pair.value === null ? emptyScalar(endOf(key?.keySpan)) : this.read(pair.value);
      if (key === undefined) continue;
      if (key.merge && value.kind === "map") merges.unshift(value);
      else if (key.merge && value.kind === "list") {
        merges.unshift(...value.items.flatMap((item) => (item.value.kind === "map" ? [item.value] : [])));
      } else entries.push({ key: key.text, keySpan: key.keySpan, value, ...this.#aliasOf(pair.value) });
    }
    return { kind: "map", span: this.#span(node), flow: node.flow === true, entries, merges };
  }

  #key(node: unknown): { text: string; keySpan: Span; merge: boolean } | undefined {
    const key = this.read(node);
    if (key.kind !== "scalar") return undefined;
    const keySpan = isAlias(node) ? this.#span(node) : key.span;
    return { text: key.text, keySpan, merge: key.text === "<<" && key.style === "plain" };
  }

  #list(node: YAMLSeq): ConfigNode {
    const items = node.items.map((item): ListItem => ({ value: this.read(item), ...this.#aliasOf(item) }));
    return { kind: "list", span: this.#span(node), flow: node.flow === true, items };
  }

  #aliasOf(node: unknown): { aliasSpan: Span } | Record<string, never> {
    return isAlias(node) ? { aliasSpan: this.#span(node) } : {};
  }

  #span({ range }: { range?: readonly number[] | null }): Span {
    const [start = 0, end = start] = range ?? [];
    return { start, end, ...this.#file };
  }
}

const STYLES: Readonly<Record<string, ScalarNode["style"]>> = {
  PLAIN: "plain",
  QUOTE_SINGLE: "single",
  QUOTE_DOUBLE: "double",
  BLOCK_FOLDED: "block",
  BLOCK_LITERAL: "block",
};

function endOf(span: Span | undefined): Span {
  const end = span?.end ?? 0;
  return { ...span, start: end, end };
}

function emptyScalar(span: Span): ScalarNode {
  return { kind: "scalar", span, text: "", style: "plain" };
}
