import { bundledModule } from "./bundled-module.mjs";

/**
 * The names of all rules, for the layers below them.
 * @param {string} root the project's folder
 */
export async function ruleNames(root) {
  const { DECLARED_RULES } = await bundledModule(root, "server/lint/rules/rules.ts");
  const names = DECLARED_RULES.map(({ name }) => `  "${name}",\n`).join("");
  return `// Generated from the rules by \`npm run generate\`. Do not edit.\n\n/** Every rule that a finding can name, in the order of the documentation. */\nexport const RULE_NAMES: readonly string[] = [\n${names}];\n`;
}
