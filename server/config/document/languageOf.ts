import type { ConfigLanguage } from "./ConfigDocument.ts";

/** The language of a file, by its name, else by the start of its text. `languageId` is what the editor says. */
export function languageOf(path: string, text: string, languageId?: string): ConfigLanguage {
  if (languageId === "json" || languageId === "jsonc") return "json";
  const named = languageOfName(path);
  if (named === "json") return named;
  if (languageId === "yaml" || languageId === "toml") return languageId;
  if (languageId === "shellscript") return "shell";
  return named ?? (/^\s*[{[]/.test(text) ? "json" : "yaml");
}

/** The language of a file, by the ending of its name; undefined for other endings. */
export function languageOfName(path: string): ConfigLanguage | undefined {
  if (/\.(?:json|jsonc|json5|hjson)$/i.test(path)) return "json";
  if (/\.toml$/i.test(path)) return "toml";
  if (/\.(?:sh|bash|slurm|sbatch)$/i.test(path)) return "shell";
  return /\.ya?ml$/i.test(path) ? "yaml" : undefined;
}

/** The text of a file: UTF-8 with or without a byte order mark, or UTF-16 with one. Throws an Error for anything else. */
export function decodeText(bytes: Uint8Array): string {
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? "utf-16le"
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? "utf-16be"
        : "utf-8";
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw new Error("the file is not text in UTF-8 or UTF-16");
  }
}
