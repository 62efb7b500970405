import type { ConfigLanguage } from "./ConfigDocument.ts";

/** How a file is written, by its name, else by how its text begins. `languageId` is the editor's own verdict. */
export function languageOf(path: string, text: string, languageId?: string): ConfigLanguage {
  if (languageId === "json" || languageId === "jsonc" || /\.(?:json|jsonc|json5|hjson)$/i.test(path))
    return "json";
  if (languageId === "yaml" || /\.ya?ml$/i.test(path)) return "yaml";
  return /^\s*[{[]/.test(text) ? "json" : "yaml";
}
