import { type Located, locate } from "../document/ConfigDocument.ts";
import type { ConfigNode, ScalarNode, Span } from "../document/ConfigNode.ts";
import type { ScalarValue } from "../document/readScalar.ts";
import type { LoaderFile } from "./Dialect.ts";
import { OmegaConfReferences } from "./omegaConfReferences.ts";

/** A scalar that its loader read as text, before references in it are followed. */
export interface WrittenText {
  readonly text: string;
  readonly node: ScalarNode;
  /** The path below the root by which the scalar was found. */
  readonly path: readonly string[];
}

/** The value that the references in a text give. */
export interface Interpolated {
  readonly value?: ScalarValue;
  /** Why there is no value inside this file. */
  readonly unresolved?: string;
  /** The scalar at the end of the references; absent where the text refers to nothing. */
  readonly span?: Span;
  /** Use sites of the references on the way, outermost first. */
  readonly via?: readonly Span[];
}

type Interpolating = Pick<LoaderFile, "interpolation" | "scalars" | "resolvers">;

/** Follows the references of a loader (`${…}`) in a text, within the config that starts at `root`. */
export function interpolate(root: ConfigNode, written: WrittenText, loader: Interpolating): Interpolated {
  const { text, node, path } = written;
  const asWritten = { value: { type: "string", value: text } } as const;
  switch (loader.interpolation) {
    case "none":
      return asWritten;
    case "omegaconf": {
      const references = new OmegaConfReferences(root, loader);
      const real = references.find(path)?.path ?? path;
      return references.valueOfText(text, node.span, real);
    }
    case "plain-environment":
      if (node.style !== "plain") return asWritten;
      return text.includes("${") ? { unresolved: environmentReason(text) ?? text } : asWritten;
    case "environment": {
      const unresolved = environmentReason(text);
      return unresolved === undefined ? asWritten : { unresolved };
    }
  }
}

/** As `locate`, but also through maps that are references to another map. */
export function locateThroughReferences(
  root: ConfigNode,
  path: readonly string[],
  loader: Interpolating,
): Located | undefined {
  if (loader.interpolation !== "omegaconf") return locate(root, path);
  return locate(root, path) ?? new OmegaConfReferences(root, loader).find(path)?.located;
}

/** A variable in a text, with the value that is taken where it is not set. */
interface Variable {
  readonly name: string;
  readonly otherwise?: string;
}

/**
 * Why a text with environment variables has no value here, with their names; undefined for a text without.
 * `${VAR}`, `${VAR,default}` and `${oc.env:VAR}` as NeMo Automodel reads them; Megatron-LM knows the first.
 */
function environmentReason(text: string): string | undefined {
  const variables = variablesIn(text);
  if (variables.length === 0) return undefined;
  const named = variables.slice(0, 3).map(({ name, otherwise }) => {
    const fallback = otherwise === undefined ? "" : ` (or else \`${otherwise}\`)`;
    return `${name}${fallback}`;
  });
  const what = variables.length === 1 ? "the environment variable" : "the environment variables";
  return `\`${text}\` is filled in when the run starts, from ${what} ${named.join(", ")}`;
}

function variablesIn(text: string): readonly Variable[] {
  return Array.from(text.matchAll(/\$\{([^}]+)\}|\$([A-Za-z_]\w*(?:\.\w+)*)/g), ([, braced, bare]) => {
    const inside = (braced ?? bare ?? "").trim().replace(/^oc\.env:\s*/, "");
    const comma = inside.search(/[,:]/);
    if (comma < 0 || braced === undefined) return { name: inside };
    return { name: inside.slice(0, comma).trim(), otherwise: inside.slice(comma + 1).trim() };
  });
}
