import { COMMAND_CONFIG } from "../dialect/commandRoot.ts";
import type { CompanionFile } from "../dialect/Dialect.ts";
import { DIALECTS } from "../dialect/dialects.ts";
import type { TrainingConfig } from "../run/TrainingConfig.ts";

/** Ids of dialects whose files belong to runs of other frameworks, such as a launcher's. */
const PARTS: ReadonlySet<string> = new Set(
  DIALECTS.flatMap(({ companions = [] }) =>
    companions.flatMap((companion) => (companion.kind === "run" ? [companion.dialect] : [])),
  ),
);

/**
 * Whether another config may use this one, so that findings of that run may be in this file: the file of a launcher or
 * of a model, or a base that leaves open how large the run is.
 */
export function mayBelongToOtherConfig({ dialect, run: { facts }, references }: TrainingConfig): boolean {
  if (PARTS.has(dialect.id)) return true;
  const includes = dialect.loader.includes !== undefined || dialect.companions?.some(isBase) === true;
  const isOpen = facts.parameters === undefined || facts.tokens === undefined;
  return includes && isOpen && references.size === 0;
}

/** Whether a config of the dialect may build on another one of its kind, which a key names. */
function isBase(companion: CompanionFile): boolean {
  return companion.kind === "keys" && companion.below === "" && companion.path !== COMMAND_CONFIG;
}
