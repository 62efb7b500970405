import { type Located, locate } from "../document/ConfigDocument.ts";
import type { ConfigNode, Span } from "../document/ConfigNode.ts";
import { readScalar, type ScalarLoader, type ScalarValue } from "../document/readScalar.ts";
import type { LoaderFile } from "./Dialect.ts";
import { type Input, type Part, parseOmegaConfText } from "./omegaConfText.ts";
import { pythonText } from "./pythonText.ts";
import { resolvedValue } from "./resolvers.ts";

/** Where a path leads after all references on the way are followed. */
export interface ResolvedPath {
  readonly located: Located;
  /** The path from the root to `located.node` itself, without detours. */
  readonly path: readonly string[];
}

/** The value at a place, or why this file does not give it. */
export type ReferenceValue =
  | {
      readonly value: ScalarValue;
      /** The scalar that the references end at, and their use sites; absent where there are none. */
      readonly span?: Span;
      readonly via?: readonly Span[];
    }
  | {
      readonly unresolved: string;
      /** Nothing is there, or `???`: then `oc.select` takes its default. */
      readonly absent?: true;
    };

/** Every reference counts; more of them for one value are a mistake, or were written to waste time. */
const MAX_REFERENCES = 100;

/** Longer texts are not put together. */
const MAX_LENGTH = 5000;

/**
 * Follows OmegaConf's references for one value. An absolute reference starts at the root of the config: below a root
 * such as `parameters`, which LLM Foundry gets as a file of its own, at that root.
 */
export class OmegaConfReferences {
  readonly #root: ConfigNode;
  readonly #scalars: ScalarLoader;
  readonly #resolvers: readonly string[];
  readonly #followed = new Set<string>();
  #references = 0;

  constructor(root: ConfigNode, { scalars, resolvers = [] }: Pick<LoaderFile, "scalars" | "resolvers">) {
    this.#root = root;
    this.#scalars = scalars;
    this.#resolvers = resolvers;
  }

  /** The place at a path; a map that is written as a reference to another map is that other map. */
  find(path: readonly string[]): ResolvedPath | undefined {
    let place: ResolvedPath = { located: { node: this.#root, via: [] }, path: [] };
    for (const segment of path) {
      const map = place.located.node.kind === "scalar" ? this.#mapBehind(place) : place;
      const next = map && locate(map.located.node, [segment]);
      if (map === undefined || next === undefined) return undefined;
      place = { located: { ...next, via: [...map.located.via, ...next.via] }, path: [...map.path, segment] };
    }
    return place;
  }

  /** The value of a text scalar that is at a path. */
  valueOfText(text: string, span: Span, path: readonly string[]): ReferenceValue {
    if (text === "???") return { unresolved: "it is mandatory (`???`) and set elsewhere", absent: true };
    if (!text.includes("${")) return { value: { type: "string", value: text } };
    return this.#following(path, `\`${text}\` refers to itself`, () => this.#interpolated(text, span, path));
  }

  #interpolated(text: string, span: Span, path: readonly string[]): ReferenceValue {
    const parts = parseOmegaConfText(text);
    if (parts === undefined)
      return { unresolved: `\`${text}\` is filled in when the run starts, if OmegaConf can read it` };
    const [only, ...more] = parts;
    if (only === undefined || only.kind === "text" || more.length > 0)
      return this.#composed(parts, text, path);
    const outcome = this.#valueOfPart(only, text, path);
    if (!("value" in outcome) || outcome.span === undefined) return outcome;
    return { ...outcome, via: [span, ...(outcome.via ?? [])] };
  }

  /** Runs `action` unless the value at `path` is already being worked out, which makes the reference circular. */
  #following(path: readonly string[], circular: string, action: () => ReferenceValue): ReferenceValue {
    const place = JSON.stringify(path);
    if (this.#followed.has(place)) return { unresolved: circular };
    if (++this.#references > MAX_REFERENCES) return { unresolved: "it leads through too many references" };
    this.#followed.add(place);
    try {
      return action();
    } finally {
      this.#followed.delete(place);
    }
  }

  #mapBehind(place: ResolvedPath): ResolvedPath | undefined {
    const { node, via } = place.located;
    if (node.kind !== "scalar" || !node.text.includes("${")) return undefined;
    const here = JSON.stringify(place.path);
    if (this.#followed.has(here) || ++this.#references > MAX_REFERENCES) return undefined;
    const [only, ...more] = parseOmegaConfText(node.text) ?? [];
    if (only?.kind !== "reference" || more.length > 0) return undefined;
    this.#followed.add(here);
    const segments = this.#segmentsOf(only, node.text, place.path);
    let target = typeof segments === "string" || segments === undefined ? undefined : this.find(segments);
    if (target?.located.node.kind === "scalar") target = this.#mapBehind(target);
    this.#followed.delete(here);
    return (
      target && { ...target, located: { ...target.located, via: [...via, node.span, ...target.located.via] } }
    );
  }

  #valueOfPart(part: Part, text: string, path: readonly string[]): ReferenceValue {
    if (part.kind === "text") return { value: { type: "string", value: part.text } };
    if (part.kind === "resolver") return this.#resolved(part.name, part.inputs, text, path);
    const segments = this.#segmentsOf(part, text, path);
    if (typeof segments === "string") return { unresolved: segments };
    return this.#valueAt(segments, `\`${text}\` does not lead to a value in this file`);
  }

  #valueAt(segments: readonly string[] | undefined, otherwise: string): ReferenceValue {
    const target = segments && this.find(segments);
    if (target === undefined) return { unresolved: otherwise, absent: true };
    const { node, via } = target.located;
    if (node.kind !== "scalar") return { unresolved: otherwise };
    const value = readScalar(node, this.#scalars);
    if (value.type !== "string") return { value, span: node.span, via };
    const outcome = this.valueOfText(value.value, node.span, target.path);
    if (!("value" in outcome)) return outcome;
    return { ...outcome, span: outcome.span ?? node.span, via: [...via, ...(outcome.via ?? [])] };
  }

  /** The absolute path of a reference; undefined above the root; text: why a key of it is not known. */
  #segmentsOf(
    { up, keys }: Extract<Part, { kind: "reference" }>,
    text: string,
    path: readonly string[],
  ): readonly string[] | string | undefined {
    const segments: string[] = [];
    for (const key of keys) {
      const outcome = this.#composed(key, text, path);
      if (!("value" in outcome)) return outcome.unresolved;
      segments.push(pythonText(outcome.value));
    }
    if (up === 0) return segments;
    return up > path.length ? undefined : [...path.slice(0, path.length - up), ...segments];
  }

  /** Several parts always give a text. */
  #composed(parts: readonly Part[], text: string, path: readonly string[]): ReferenceValue {
    let composed = "";
    for (const part of parts) {
      const outcome = this.#valueOfPart(part, text, path);
      if (!("value" in outcome)) return { unresolved: outcome.unresolved };
      composed += pythonText(outcome.value);
      if (composed.length > MAX_LENGTH) return { unresolved: `\`${text}\` grows too long` };
    }
    return { value: { type: "string", value: composed } };
  }

  #resolved(name: string, inputs: readonly Input[], text: string, path: readonly string[]): ReferenceValue {
    const known = inputs.map((input) => this.#valueOfInput(input, text, path));
    if (name === "oc.env") return fromEnvironment(text, known);
    const open = known.find((outcome): outcome is { readonly unresolved: string } => !("value" in outcome));
    if (name === "oc.select") return this.#selected(known, text, path);
    if (open) return { unresolved: open.unresolved };
    const values = known.flatMap((outcome) => ("value" in outcome ? [outcome.value] : []));
    const value = this.#resolvers.includes(name) ? resolvedValue(name, values) : undefined;
    if (value !== undefined) return { value };
    return {
      unresolved: `\`${text}\` is filled in when the run starts: the resolver \`${name}\` works it out`,
    };
  }

  /** `oc.select`: the value at a path, else the default, else null. Files that `defaults` names may hold the path. */
  #selected(
    [key, otherwise]: readonly ReferenceValue[],
    text: string,
    path: readonly string[],
  ): ReferenceValue {
    if (key === undefined || !("value" in key))
      return { unresolved: key?.unresolved ?? `\`${text}\` names no key` };
    const part = parseOmegaConfText(`\${${pythonText(key.value)}}`)?.[0];
    if (part?.kind !== "reference") return { unresolved: `\`${text}\` names no key` };
    const found = this.#valueOfPart(part, text, path);
    if ("value" in found || found.absent !== true) return found;
    const defaults = locate(this.#root, ["defaults"])?.node;
    if (defaults?.kind === "list")
      return {
        unresolved: `\`${text}\` is filled in when the run starts: files that \`defaults\` names may set it`,
      };
    return otherwise ?? { value: { type: "null" } };
  }

  #valueOfInput(input: Input, text: string, path: readonly string[]): ReferenceValue {
    if (input.kind === "value") return { value: input.value };
    if (input.kind === "collection") return { unresolved: `\`${text}\` is a list or a map` };
    const [only, ...more] = input.parts;
    if (only === undefined || more.length > 0) return this.#composed(input.parts, text, path);
    return this.#valueOfPart(only, text, path);
  }
}

function fromEnvironment(text: string, [name, otherwise]: readonly ReferenceValue[]): ReferenceValue {
  const variable =
    name && "value" in name ? `the environment variable ${pythonText(name.value)}` : "the environment";
  const fallback =
    otherwise && "value" in otherwise ? `, or else with \`${pythonText(otherwise.value)}\`` : "";
  return { unresolved: `\`${text}\` is filled in when the run starts, from ${variable}${fallback}` };
}
