import { readFile } from "node:fs/promises";
import { DECLARED_RULES } from "../lint/rules/rules.ts";

/** docs/rules beside the folder of the bundle: the pages come with the package, so that no bundle holds them. */
const PAGES = new URL("../docs/rules/", import.meta.url);

/** The page of a rule as Markdown; undefined for an unknown rule, and where the pages did not come with the bundle. */
export async function rulePage(name: string): Promise<string | undefined> {
  if (!DECLARED_RULES.some((rule) => rule.name === name)) return undefined;
  return readFile(new URL(`${name}.md`, PAGES), "utf8").catch(() => undefined);
}
