import type { UnknownPart } from "../dialect/readKey.ts";
import type { ConfigNode, Span } from "../document/ConfigNode.ts";
import { type FoundFile, findFile } from "../workspace/findFile.ts";
import { parsedFile } from "../workspace/parsedFile.ts";
import type { Workspace } from "../workspace/Workspace.ts";

/** More included files than this are not read: a run is composed of a few dozen at most. */
const MOST_FILES = 64;

export interface IncludedFile {
  readonly path: string;
  readonly text: string;
  readonly root: ConfigNode;
}

/** A file to include: how to find it, its name for people, and where the config refers to it. */
export interface Inclusion {
  readonly find: (workspace: Workspace) => FoundFile;
  readonly name: string;
  readonly at: Span;
  /** A missing file is no problem. */
  readonly optional?: boolean;
  /** It is usual that the file is missing: what it sets is not known then, and that needs no note. */
  readonly quiet?: boolean;
  /** The framework ships it and its content is known as defaults, so without the file nothing is unknown. */
  readonly shipped?: boolean;
}

export type Included =
  | { readonly kind: "read"; readonly file: IncludedFile }
  | { readonly kind: "unknown"; readonly because: string }
  | { readonly kind: "left out" };

/** Reads the files that a config includes, and collects the notes about those that cannot be read. */
export class Includer {
  readonly unknownParts: UnknownPart[] = [];
  readonly notes: CompanionNote[] = [];
  readonly references = new Map<string, Span>();
  readonly #workspace: Workspace | undefined;
  /** Files on the way from the config to the one that is read now. */
  readonly #open: string[];
  #count = 0;

  constructor(workspace: Workspace | undefined) {
    this.#workspace = workspace;
    this.#open = workspace ? [workspace.path] : [];
  }

  /** The place in the config itself through which a place in an included file was reached. */
  origin(span: Span): Span {
    return span.file === undefined ? span : (this.references.get(span.file) ?? span);
  }

  /** A reference to a file, written at a place. */
  referenceAt(span: Span, name: string): Inclusion {
    const from = span.file ?? this.#workspace?.path ?? "";
    return { name, at: this.origin(span), find: (workspace) => findFile(workspace, from, name) };
  }

  /** Runs `action` while the file counts as open, so that files which include each other in a circle are noticed. */
  inside<T>({ path }: IncludedFile, action: () => T): T {
    this.#open.push(path);
    const result = action();
    this.#open.pop();
    return result;
  }

  read(inclusion: Inclusion): Included {
    const included = this.#read(inclusion);
    return inclusion.shipped && included.kind === "unknown" ? { kind: "left out" } : included;
  }

  #read({ find, name, at, optional, quiet, shipped }: Inclusion): Included {
    if (this.#workspace === undefined)
      return { kind: "unknown", because: `it may be set in \`${name}\`, which is another file` };
    this.#count++;
    if (this.#count > MOST_FILES)
      return this.#unknown(
        at,
        name,
        `\`${name}\` is not read: the run includes more than ${MOST_FILES} files`,
      );
    const found = find(this.#workspace);
    switch (found.kind) {
      case "pending":
        return { kind: "unknown", because: `it may be set in \`${name}\`, which is being read` };
      case "missing":
        if (optional || shipped) return { kind: "left out" };
        if (quiet) return unknownIn(name);
        return this.#unknown(at, name, `\`${name}\` is not in this workspace`);
      case "outside":
        return this.#unknown(at, name, `\`${name}\` lies outside the workspace, where Bitlaw reads nothing`);
      case "unusable":
        return this.#unknown(at, name, `\`${found.path}\`: ${found.because}`);
      case "file":
        break;
    }
    const { path, text } = found.file;
    if (this.#open.includes(path))
      return this.#unknown(at, name, `\`${path}\` includes itself: ${[...this.#open, path].join(" → ")}`);
    if (!this.references.has(path)) this.references.set(path, at);
    const parsed = parsedFile(found.file);
    if (!parsed.ok) return this.#unknown(at, name, `\`${path}\`: ${parsed.because}`);
    return { kind: "read", file: { path, text, root: parsed.document.root } };
  }

  #unknown(span: Span, name: string, message: string): Included {
    const said = this.notes.some((note) => note.span.start === span.start && note.message === message);
    if (!said) this.notes.push({ span, message });
    return unknownIn(name);
  }
}

function unknownIn(name: string): Included {
  return { kind: "unknown", because: `it may be set in \`${name}\`, which is not known here` };
}

/** Why a file whose settings belong to a config cannot be read, for people. */
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
  /** Where the config refers to each included file, directly or through other files. */
  readonly references: ReadonlyMap<string, Span>;
}
