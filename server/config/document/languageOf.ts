import type { ConfigLanguage } from "./ConfigDocument.ts";

/** How a file is written, by its name, else by how its text begins. `languageId` is the editor's own verdict. */
export function languageOf(path: string, text: string, languageId?: string): ConfigLanguage {
  if (languageId === "json" || languageId === "jsonc") return "json";
  const named = languageOfName(path);
  if (named === "json") return named;
  if (languageId === "yaml") return "yaml";
  return named ?? (/^\s*[{[]/.test(text) ? "json" : "yaml");
}

/** How a file is written, by the ending of its name; undefined where the name does not say. */
export function languageOfName(path: string): ConfigLanguage | undefined {
  if (/\.(?:json|jsonc|json5|hjson)$/i.test(path)) return "json";
  return /\.ya?ml$/i.test(path) ? "yaml" : undefined;
}
