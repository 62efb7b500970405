import { bundledModule } from "./bundled-module.mjs";

/**
 * The thresholds of all rules, for the layers below them.
 * @param {string} root the project's folder
 */
export async function ruleThresholds(root) {
  const { DECLARED_RULES } = await bundledModule(root, "server/lint/rules/rules.ts");
  const rules = DECLARED_RULES.filter(({ thresholds }) => thresholds).map(
    ({ name, thresholds }) => `  "${name}": { ${Object.entries(thresholds).map(range).join(", ")} },\n`,
  );
  return `// Generated from the rules by \`npm run generate\`. Do not edit.\n\n/** The thresholds of each rule that has any, with the numbers that make sense. */\nexport const RULE_THRESHOLDS: Readonly<\n  Record<string, Readonly<Record<string, { readonly minimum: number; readonly maximum: number }>>>\n> = {\n${rules.join("")}};\n`;
}

function range([name, { minimum, maximum }]) {
  return `${name}: { minimum: ${minimum}, maximum: ${maximum} }`;
}
