import { readFile } from "node:fs/promises";
import path from "node:path";
import { bundledModule } from "./bundled-module.mjs";

const folder = "docs/rules";
const start = "<!-- Generated from the rules by `npm run generate`. -->";
const end = "<!-- Written by hand from here on. -->";

/**
 * The pages of the rules and their index, by their paths in the project: what is written by hand, and around it what
 * follows from the declarations.
 * @param {string} root the project's folder
 * @returns {Promise<[file: string, text: string][]>}
 */
export async function rulePages(root) {
  const { rulePageTexts } = await bundledModule(root, ".scripts/rulePageParts.ts");
  const { ruleIndex } = await bundledModule(root, ".scripts/ruleIndex.ts");
  const { RULE_NAMES } = await bundledModule(root, "server/lint/rules/rules.ts");
  const read = (name) => readFile(path.join(root, folder, `${name}.md`), "utf8").catch(() => "");
  const current = new Map(await Promise.all(RULE_NAMES.map(async (name) => [name, await read(name)])));
  const pages = rulePageTexts((name) => current.get(name));
  const index = await read("README");
  const [before] = index.split(start);
  const [, after = ""] = index.split(end);
  const whole = `${before}${start}\n\n${ruleIndex()}\n\n${end}${after}`;
  return [["README", whole], ...pages].map(([name, text]) => [`${folder}/${name}.md`, text]);
}
