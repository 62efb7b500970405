import { readFile } from "node:fs/promises";
import path from "node:path";
import { bundledModule } from "./bundled-module.mjs";
import { projectSchema } from "./project-schema.mjs";

/**
 * The text of package.json with a setting for each rule that is declared, and those that a project file has as well.
 * @param {string} root the project's folder
 * @returns {Promise<string>}
 */
export async function manifestWithRules(root) {
  const { DECLARED_RULES } = await bundledModule(root, "server/lint/rules/rules.ts");
  const { publishedLaws } = await bundledModule(root, "server/science/lawFiles/publishedLaws.ts");
  const { definitions } = JSON.parse(await projectSchema(root));
  const manifest = JSON.parse(await readFile(path.join(root, "package.json"), "utf8"));
  const settings = manifest.contributes.configuration.properties;
  const rules = settings["bitlaw.rules"];
  rules.additionalProperties = false;
  rules.properties = Object.fromEntries(
    DECLARED_RULES.map(({ name, summary, severity }) => [
      name,
      { type: "string", enum: definitions.severity.enum, default: severity, description: `${summary}.` },
    ]),
  );
  const { description: _, propertyNames: __, ...facts } = inlined(definitions.declare, definitions);
  Object.assign(settings["bitlaw.declare"], facts, { additionalProperties: false });
  settings["bitlaw.laws"].items = {
    anyOf: [{ enum: publishedLaws.map(({ file }) => file.name) }, { type: "string" }],
  };
  const { description: ___, ...thresholds } = inlined(definitions.thresholds, definitions);
  Object.assign(settings["bitlaw.thresholds"], thresholds);
  return `${JSON.stringify(manifest, null, 2)}\n`;
}

/** A schema with what its references lead to in their place: a manifest has no definitions. */
function inlined(schema, definitions) {
  if (Array.isArray(schema)) return schema.map((item) => inlined(item, definitions));
  if (typeof schema !== "object" || schema === null) return schema;
  const { $ref, ...rest } = schema;
  const own = Object.fromEntries(
    Object.entries(rest).map(([key, value]) => [key, inlined(value, definitions)]),
  );
  return $ref === undefined
    ? own
    : { ...inlined(definitions[$ref.replace("#/definitions/", "")], definitions), ...own };
}
