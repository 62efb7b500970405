import type { DialectFile, KeysCompanionFile } from "../dialect/Dialect.ts";
import { locate } from "../document/ConfigDocument.ts";
import type { ConfigNode } from "../document/ConfigNode.ts";
import type { Workspace } from "../workspace/Workspace.ts";
import { composeHydra } from "./composeHydra.ts";
import { composeTags, type IsOnPathToKey } from "./composeTags.ts";
import { type Composition, Includer } from "./Includer.ts";
import { nestAt, overlay } from "./overlay.ts";

/**
 * The keys of a config over those of the files that it includes by its framework's own means: Hydra's defaults list, a
 * key that names a base config, the `!include` tag. Settings in such a file that cannot be read here are an unknown
 * part.
 */
export function composeKeys(
  { loader, companions, keys }: DialectFile,
  root: ConfigNode,
  workspace: Workspace | undefined,
): Composition {
  const includer = new Includer(workspace);
  const path = workspace?.path ?? "";
  let composed =
    loader.includes === "hydra"
      ? composeHydra(includer, { root, path, parent: [], shipped: loader.shipped ?? [] })
      : root;
  for (const companion of companions ?? []) {
    if (companion.kind === "keys") composed = composeBase(includer, composed, companion);
  }
  if (loader.includes === "tag") composed = composeTags(includer, composed, isOnPathToKeyOf(keys));
  const { unknownParts, notes, references } = includer;
  return { root: composed, unknownParts, notes, references };
}

function isOnPathToKeyOf(keys: DialectFile["keys"]): IsOnPathToKey {
  const paths = Object.values(keys).flatMap((key) => key.paths.map((path) => path.split(".")));
  return (path) =>
    paths.some((other) =>
      path.every((segment, i) => i >= other.length || other[i] === "*" || other[i] === segment),
    );
}

/**
 * A config over the file that one of its keys names, as MaxText's `base_config` and the `fsdp_config` of Hugging Face
 * do. The file's keys count below `mount`; without a mount they count where the config says nothing, and the file may
 * name a base of its own.
 */
function composeBase(includer: Includer, root: ConfigNode, companion: KeysCompanionFile): ConfigNode {
  const mount = segmentsOf(companion.below);
  const node = locate(root, segmentsOf(companion.path))?.node;
  if (node?.kind !== "scalar" || node.unknown !== undefined) return root;
  if (!isFileName(node.text)) {
    const because = `it may be set in \`${node.text}\`, which comes with the framework`;
    if (companion.required) includer.unknownParts.push({ mount, because, span: node.span, overrides: false });
    return root;
  }
  const included = includer.read({
    ...includer.referenceAt(node.span, node.text),
    quiet: companion.quiet === true,
  });
  if (included.kind === "unknown") {
    const { because } = included;
    includer.unknownParts.push({ mount, because, span: includer.origin(node.span), overrides: false });
  }
  if (included.kind !== "read") return root;
  const { file } = included;
  if (mount.length > 0) return overlay(nestAt(file.root, mount), withoutScalar(root, mount));
  const base = includer.inside(file, () => composeBase(includer, file.root, companion));
  return overlay(root, base);
}

function segmentsOf(path: string): readonly string[] {
  return path === "" ? [] : path.split(".");
}

/** Names without a suffix are presets of the framework, not files. */
function isFileName(text: string): boolean {
  return /\.(?:ya?ml|json|toml)$/i.test(text);
}

/** The tree without the scalar at a path. That scalar names a file whose map takes its place. */
function withoutScalar(root: ConfigNode, path: readonly string[]): ConfigNode {
  const [segment = "", ...rest] = path;
  if (root.kind !== "map") return root;
  const entries = root.entries.flatMap((entry) => {
    if (entry.key !== segment) return [entry];
    if (rest.length > 0) return [{ ...entry, value: withoutScalar(entry.value, rest) }];
    return entry.value.kind === "scalar" ? [] : [entry];
  });
  return { ...root, entries };
}
