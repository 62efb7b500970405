import type { ConfigDocument } from "../document/ConfigDocument.ts";
import { type ParseFailure, parseConfig } from "../document/parseConfig.ts";
import type { DialectFile } from "./Dialect.ts";

/**
 * YAML has one syntax. JSON has two: hjson, in which a text without quotes takes all of its line, and the one of
 * Python's `json`, which stops at what is not JSON. Which of them a file has, its dialect says.
 */
export function asItsLoaderParses(
  document: ConfigDocument,
  { name, loader }: DialectFile,
): ConfigDocument | ParseFailure {
  const { departure, language, text, file } = document;
  if (language === "yaml" || departure === undefined) return document;
  if (loader.scalars === "hjson") {
    const parsed = parseConfig(text, "json", { file, syntax: "hjson" });
    return parsed.ok ? (parsed.documents[0] ?? document) : parsed.failure;
  }
  const { what, advice, span } = departure;
  const message = `${what} is not JSON. Python's json, the loader for this file (${name}), stops here. ${advice}.`;
  return { message, span };
}
