/** Half-open range of UTF-16 offsets into the text of one file. */
export interface Span {
  readonly start: number;
  readonly end: number;
  /** The companion file that it is in, as a path below the workspace's root; undefined for the file that is read. */
  readonly file?: string;
}

/** Whether a span is in the config's own file, not in a companion. */
export function isInOwnFile({ file }: Span): boolean {
  return file === undefined;
}

/** A scalar as written. What it means depends on the loader: see `readScalar`. */
export interface ScalarNode {
  readonly kind: "scalar";
  /** The scalar itself, quotes included; empty, after the colon, for a value left out. */
  readonly span: Span;
  /** Content without quotes and escapes. */
  readonly text: string;
  readonly style: "plain" | "single" | "double" | "block";
  /** An argument of a command: text until its program makes something else of it. */
  readonly argument?: true;
  /** Why an argument is not known here: `text` is what is known of it. */
  readonly unknown?: string;
  /** Explicit tag such as `!include`; undefined for the untagged scalars that configs are made of. */
  readonly tag?: string;
}

export interface MapEntry {
  readonly key: string;
  readonly keySpan: Span;
  readonly value: ConfigNode;
  /** Where `*name` is, if the value is an alias; `value` is then the anchored node. */
  readonly aliasSpan?: Span;
}

export interface MapNode {
  readonly kind: "map";
  readonly span: Span;
  readonly flow: boolean;
  /** As written, duplicates included. */
  readonly entries: readonly MapEntry[];
  /** Maps merged by `<<`, the stronger first: of one `<<` list the first, of several `<<` keys the last. */
  readonly merges: readonly MapNode[];
}

export interface ListItem {
  readonly value: ConfigNode;
  readonly aliasSpan?: Span;
}

export interface ListNode {
  readonly kind: "list";
  readonly span: Span;
  readonly flow: boolean;
  readonly items: readonly ListItem[];
}

export type ConfigNode = ScalarNode | MapNode | ListNode;
