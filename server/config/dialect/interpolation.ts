import { locate } from "../document/ConfigDocument.ts";
import type { ConfigNode, Span } from "../document/ConfigNode.ts";
import { readScalar, type ScalarValue } from "../document/readScalar.ts";
import type { LoaderFile } from "./Dialect.ts";

/** A text scalar as it stands in the file, before references in it are followed. */
export interface WrittenText {
  readonly text: string;
  readonly span: Span;
}

/** What references in a text lead to. */
export interface Interpolated {
  readonly value?: ScalarValue;
  /** Why there is no value inside this file. */
  readonly unresolved?: string;
  /** The scalar at the end of the references; absent where the text refers to nothing. */
  readonly span?: Span;
  /** Use sites of the references on the way, outermost first. */
  readonly via?: readonly Span[];
}

/** References that lead through more steps than this are taken as circular. */
const REFERENCE_DEPTH = 16;

/** Follows the references of a loader (`${…}`) in a text, within the config that starts at `root`. */
export function interpolate(root: ConfigNode, written: WrittenText, loader: LoaderFile): Interpolated {
  if (loader.interpolation === "none") return { value: { type: "string", value: written.text } };
  return follow(root, written, loader, 0);
}

function follow(
  root: ConfigNode,
  { text, span }: WrittenText,
  loader: LoaderFile,
  depth: number,
): Interpolated {
  if (loader.interpolation === "omegaconf" && text === "???")
    return { unresolved: "it is mandatory (`???`) and set elsewhere" };
  if (!text.includes("${")) return { value: { type: "string", value: text } };
  const reference = /^\$\{([A-Za-z_][\w.-]*)\}$/.exec(text)?.[1];
  if (loader.interpolation === "environment" || reference === undefined) {
    return { unresolved: `\`${text}\` is filled in when the run starts` };
  }
  const target = locate(root, reference.split("."));
  if (target?.node.kind !== "scalar")
    return { unresolved: `\`${text}\` does not lead to a value in this file` };
  if (depth >= REFERENCE_DEPTH) return { unresolved: `\`${text}\` refers to itself` };
  const value = readScalar(target.node, loader.scalars);
  const rest: Interpolated =
    value.type === "string"
      ? follow(root, { text: value.value, span: target.node.span }, loader, depth + 1)
      : { value };
  return { ...rest, span: rest.span ?? target.node.span, via: [span, ...(rest.via ?? [])] };
}
