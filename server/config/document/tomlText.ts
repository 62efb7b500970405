import { type AST, ParseError, parseTOML } from "toml-eslint-parser";
import type { ConfigNode, ListItem, ListNode, MapEntry, MapNode, ScalarNode, Span } from "./ConfigNode.ts";

/** A TOML text as nodes. */
export interface TomlText {
  readonly root: MapNode;
  readonly comments: readonly Span[];
}

/** Where and why a TOML reader stops. */
export class TomlSyntaxError extends Error {
  constructor(
    message: string,
    readonly span: Span,
  ) {
    super(message);
  }
}

/** A table that further headers and dotted keys may still add to. */
interface OpenMap extends MapNode {
  span: Span;
  readonly entries: MapEntry[];
}

interface OpenList extends ListNode {
  readonly items: ListItem[];
}

/**
 * Reads TOML 1.0, as Python's `tomllib` does. A table with a header is a map whose span begins at the header's `[` and
 * ends with its last key; one that only dotted keys or the headers of other tables name begins at the first of those
 * keys. Arrays of tables are lists that are not `flow`. Throws `TomlSyntaxError`.
 */
export function readTomlText(text: string, file: string | undefined): TomlText {
  // The parser takes no byte order mark; a space in its place keeps every offset.
  const program = parsed(text.replace(/^\uFEFF/, " "));
  const reader = new TomlReader(file);
  return {
    root: reader.read(program.body[0], text.length),
    comments: program.comments.map(({ range: [start, end] }) => ({ start, end })),
  };
}

function parsed(text: string): AST.TOMLProgram {
  try {
    return parseTOML(text, { tomlVersion: "1.0" });
  } catch (error) {
    if (!(error instanceof ParseError)) throw error;
    // What is missing at the end of a line is reported behind its line break.
    const isBehind = text[error.index - 1] === "\n" && !error.message.startsWith("Defining");
    const start = Math.min(isBehind ? error.index - 1 : error.index, text.length);
    throw new TomlSyntaxError(error.message, { start, end: start });
  }
}

class TomlReader {
  readonly #file: { readonly file: string } | undefined;
  /** The values of each map by key, for texts with thousands of tables. */
  readonly #values = new Map<OpenMap, Map<string, ConfigNode>>();

  constructor(file: string | undefined) {
    this.#file = file === undefined ? undefined : { file };
  }

  read({ body }: AST.TOMLTopLevelTable, end: number): MapNode {
    const root = this.#map({ start: 0, end, ...this.#file });
    for (const part of body) {
      if (part.type === "TOMLKeyValue") this.#add(root, part);
      else this.#addTable(root, part);
    }
    return root;
  }

  #map(span: Span, flow = false): OpenMap {
    return { kind: "map", span, flow, entries: [], merges: [] };
  }

  #addTable(root: OpenMap, table: AST.TOMLTable): void {
    const { keys } = table.key;
    const last = keys.at(-1);
    if (last === undefined) return;
    const parent = this.#below(root, keys.slice(0, -1));
    const span = this.#span(table);
    const map = table.kind === "array" ? this.#item(parent, last, span) : this.#below(parent, [last]);
    map.span = span;
    for (const entry of table.body) this.#add(map, entry);
  }

  #valueAt(map: OpenMap, key: string): ConfigNode | undefined {
    return this.#values.get(map)?.get(key);
  }

  #put(map: OpenMap, key: AST.TOMLBare | AST.TOMLQuoted, value: ConfigNode): void {
    const values = this.#values.get(map) ?? new Map<string, ConfigNode>();
    this.#values.set(map, values.set(nameOf(key), value));
    map.entries.push({ key: nameOf(key), keySpan: this.#span(key), value });
  }

  /** A new map at the end of an array of tables. */
  #item(parent: OpenMap, key: AST.TOMLBare | AST.TOMLQuoted, span: Span): OpenMap {
    const known = this.#valueAt(parent, nameOf(key));
    const map = this.#map(span);
    if (known?.kind === "list") (known as OpenList).items.push({ value: map });
    else {
      const list: OpenList = { kind: "list", span, flow: false, items: [{ value: map }] };
      this.#put(parent, key, list);
    }
    return map;
  }

  #add(map: OpenMap, { key: { keys }, value }: AST.TOMLKeyValue): void {
    const last = keys.at(-1);
    if (last === undefined) return;
    const owner = this.#below(map, keys.slice(0, -1));
    this.#put(owner, last, this.#value(value));
  }

  /** The map at a path; of an array of tables its last one. Maps that are not there yet are made. */
  #below(from: OpenMap, keys: readonly (AST.TOMLBare | AST.TOMLQuoted)[]): OpenMap {
    let map = from;
    for (const key of keys) {
      const known = this.#valueAt(map, nameOf(key));
      const found = known?.kind === "list" ? known.items.at(-1)?.value : known;
      if (found?.kind === "map") map = found as OpenMap;
      else {
        const made = this.#map(this.#span(key));
        this.#put(map, key, made);
        map = made;
      }
    }
    return map;
  }

  #value(node: AST.TOMLContentNode): ConfigNode {
    const span = this.#span(node);
    if (node.type === "TOMLArray")
      return {
        kind: "list",
        span,
        flow: true,
        items: node.elements.map((item) => ({ value: this.#value(item) })),
      };
    if (node.type === "TOMLInlineTable") {
      const map = this.#map(span, true);
      for (const entry of node.body) this.#add(map, entry);
      return map;
    }
    return { kind: "scalar", span, ...contentOf(node) };
  }

  #span({ range: [start, end] }: { readonly range: readonly [number, number] }): Span {
    return { start, end, ...this.#file };
  }
}

function nameOf(key: AST.TOMLBare | AST.TOMLQuoted): string {
  return key.type === "TOMLBare" ? key.name : key.value;
}

function contentOf(node: AST.TOMLValue): Pick<ScalarNode, "text" | "style"> {
  switch (node.kind) {
    case "string":
      if (node.multiline) return { text: node.value, style: "block" };
      return { text: node.value, style: node.style === "literal" ? "single" : "double" };
    case "boolean":
      return { text: String(node.value), style: "plain" };
    case "integer":
      return { text: String(node.bigint), style: "plain" };
    case "float":
      return { text: node.number, style: "plain" };
    default:
      return { text: node.datetime, style: "plain" };
  }
}
