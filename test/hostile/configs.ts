import { readdirSync, readFileSync } from "node:fs";
import type { ConfigLanguage } from "../../server/config/document/ConfigDocument.ts";
import { languageOf } from "../../server/config/document/languageOf.ts";

export interface NamedConfig {
  readonly name: string;
  readonly text: string;
  readonly language: ConfigLanguage;
}

const FOLDER = new URL("../../examples/", import.meta.url);

/** The example configs: at least one in each of several dialects, in YAML and JSON. */
export const CONFIGS: readonly NamedConfig[] = readdirSync(FOLDER)
  .filter((name) => /\.(?:ya?ml|json|toml|sh|slurm)$/.test(name))
  .map((name) => {
    const text = readFileSync(new URL(name, FOLDER), "utf8");
    return { name, text, language: languageOf(name, text) };
  });
