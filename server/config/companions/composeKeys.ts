import type { DialectFile } from "../dialect/Dialect.ts";
import type { ConfigNode } from "../document/ConfigNode.ts";
import type { Composition } from "./Composition.ts";
import { composeBase } from "./composeBase.ts";
import { composeHydra } from "./composeHydra.ts";
import { type Concerns, composeTags } from "./composeTags.ts";
import { Includer } from "./Includer.ts";
import type { Workspace } from "./Workspace.ts";

/**
 * The keys of a config over those of the files that it includes by its framework's own means: Hydra's defaults list, a
 * key that names a base config, the `!include` tag. What such a file would set and cannot be read here is an unknown part.
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
  if (loader.includes === "tag") composed = composeTags(includer, composed, concernsOf(keys));
  const { unknownParts, notes, references } = includer;
  return { root: composed, unknownParts, notes, references };
}

function concernsOf(keys: DialectFile["keys"]): Concerns {
  const paths = Object.values(keys).flatMap((key) => key.paths.map((path) => path.split(".")));
  return (path) =>
    paths.some((other) =>
      path.every((step, i) => i >= other.length || other[i] === "*" || other[i] === step),
    );
}
