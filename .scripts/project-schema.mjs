import { readFile } from "node:fs/promises";
import path from "node:path";
import { bundledModule } from "./bundled-module.mjs";

/**
 * The text of schemas/project.schema.json with the rules and the facts that there are.
 * @param {string} root the project's folder
 */
export async function projectSchema(root) {
  const { DECLARED_RULES } = await bundledModule(root, "server/lint/rules/rules.ts");
  const { DECLARABLE } = await bundledModule(root, "server/config/run/declarations.ts");
  const { DECLARABLE_HELP } = await bundledModule(root, ".scripts/declarableHelp.ts");
  const { RULE_SEVERITIES } = await bundledModule(root, "server/lint/Severity.ts");
  const schema = JSON.parse(await readFile(path.join(root, "schemas/project.schema.json"), "utf8"));
  const { rule, rules, declare, thresholds, severity: severityShape } = schema.definitions;
  severityShape.enum = RULE_SEVERITIES;
  rule.enum = DECLARED_RULES.map(({ name }) => name);
  rules.properties = Object.fromEntries(
    DECLARED_RULES.map(({ name, summary, severity }) => [
      name,
      { description: `${summary}. Default: ${severity}.`, ...severityShape },
    ]),
  );
  const judged = DECLARED_RULES.filter((one) => one.thresholds);
  thresholds.propertyNames = { enum: judged.map(({ name }) => name) };
  thresholds.properties = Object.fromEntries(judged.map((one) => [one.name, thresholdsOf(one)]));
  delete thresholds.additionalProperties;
  declare.propertyNames.enum = Object.keys(DECLARABLE);
  declare.properties = Object.fromEntries(
    Object.keys(DECLARABLE).map((key) => [key, { description: DECLARABLE_HELP[key], ...shapeOf(key) }]),
  );
  return `${JSON.stringify(schema, null, 2)}\n`;
}

function thresholdsOf({ summary, thresholds }) {
  const properties = Object.entries(thresholds).map(
    ([name, { default: usual, minimum, maximum, ...one }]) => [
      name,
      { description: `${one.summary}.`, type: "number", minimum, maximum, default: usual },
    ],
  );
  return {
    description: `${summary}.`,
    type: "object",
    additionalProperties: false,
    properties: Object.fromEntries(properties),
  };
}

/** Of `measured` there may be several. */
function shapeOf(key) {
  const value = { type: ["string", "number", "boolean"] };
  return key === "measured"
    ? { anyOf: [{ type: "string" }, { type: "array", items: { type: "string" } }] }
    : value;
}
