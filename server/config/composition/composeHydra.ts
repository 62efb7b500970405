import type { ConfigNode, Span } from "../document/ConfigNode.ts";
import { fileAt, findFile } from "../workspace/findFile.ts";
import { type HydraDefault, hydraDefaults, packageHeader, packagePath } from "./hydraDefaults.ts";
import type { Includer } from "./Includer.ts";
import { nestAt, overlay } from "./overlay.ts";

/** A config in a Hydra composition. */
interface Primary {
  readonly root: ConfigNode;
  /** Its path below the workspace's root: its folder is where its config groups are. */
  readonly path: string;
  /** Where its keys are placed. */
  readonly parent: readonly string[];
  /** Names of files that the framework ships. */
  readonly shipped: readonly string[];
  /** For an included config, where the file that is read refers to it. */
  readonly reference?: Span;
}

/** A config with what its defaults list adds, in the list's order; the config itself where it has no such list. */
export function composeHydra(includer: Includer, primary: Primary): ConfigNode {
  const { root, parent, reference } = primary;
  const own = nestAt(root, parent);
  const defaults = hydraDefaults(root, parent);
  if (defaults === undefined) return own;
  let composed: ConfigNode | undefined;
  let overrides = false;
  for (const entry of defaults) {
    if (entry === "self") {
      composed = composed ? overlay(own, composed) : own;
      overrides = true;
    } else if ("open" in entry) {
      includer.unknownParts.push({
        mount: entry.mount,
        because: entry.open,
        span: reference ?? entry.span,
        overrides,
      });
    } else {
      const included = include(includer, primary, entry, overrides);
      if (included) composed = composed ? overlay(included, composed) : included;
    }
  }
  return composed ?? own;
}

function include(
  includer: Includer,
  { path, shipped, reference }: Primary,
  { path: name, absolute, mount, explicit, optional, span }: HydraDefault,
  overrides: boolean,
): ConfigNode | undefined {
  const at = reference ?? span;
  const inFolder = [...path.split("/").slice(0, -1), name].join("/");
  const included = includer.read({
    name,
    at,
    optional,
    shipped: shipped.includes(name),
    find: (workspace) => (absolute ? findFile(workspace, path, name) : fileAt(workspace, inFolder)),
  });
  if (included.kind === "left out") return undefined;
  if (included.kind === "unknown") {
    includer.unknownParts.push({ mount, because: included.because, span: at, overrides });
    return undefined;
  }
  const { file } = included;
  const header = explicit ? undefined : packageHeader(file.text);
  const parent = header === undefined ? mount : packagePath(header, mount, []);
  return includer.inside(file, () =>
    composeHydra(includer, { root: file.root, path: file.path, parent, shipped, reference: at }),
  );
}
