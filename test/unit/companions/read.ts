import { languageOf } from "../../../server/config/document/languageOf.ts";
import { readConfig } from "../../../server/config/readConfig.ts";
import type { TrainingConfig } from "../../../server/config/run/TrainingConfig.ts";
import { workspaceOf } from "../../workspaceOf.ts";

/** The training config at `path` among files of a workspace. */
export function configAmong(
  files: Readonly<Record<string, string>>,
  path = "config.yaml",
  known: Readonly<Record<string, string>> = files,
): TrainingConfig {
  const reading = readConfig(
    files[path] ?? "",
    languageOf(path, files[path] ?? ""),
    workspaceOf(known, path),
  );
  const config = reading.kind === "configs" ? reading.configs[0] : undefined;
  if (config === undefined) throw new Error(`${path} is not read: ${JSON.stringify(reading)}`);
  return config;
}
