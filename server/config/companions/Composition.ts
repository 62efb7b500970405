import type { UnknownPart } from "../dialect/readKey.ts";
import type { ConfigNode, Span } from "../document/ConfigNode.ts";

/** A file whose settings belong to a config and cannot be read, as people should hear of it. */
export interface CompanionNote {
  /** The reference to it in the file that is read. */
  readonly span: Span;
  readonly message: string;
}

/** The settings of a config together with those of the files that it includes. */
export interface Composition {
  /** Its own nodes over those of included files, whose spans name their file. */
  readonly root: ConfigNode;
  readonly unknownParts: readonly UnknownPart[];
  readonly notes: readonly CompanionNote[];
  /** Where each included file is referred to, directly or by way of others, in the file that is read. */
  readonly references: ReadonlyMap<string, Span>;
}
