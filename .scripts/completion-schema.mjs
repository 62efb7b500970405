import { projectSchema } from "./project-schema.mjs";

/** What only says that something is wrong, which findings say with a fix. */
const judging = new Set(["additionalProperties", "propertyNames", "required", "pattern", "minItems"]);

/**
 * The text of schemas/project.completion.schema.json: the schema of project files for editors that validate with it in
 * addition to Bitlaw's own findings. It completes and explains the same keys and values, and rejects none of them.
 * @param {string} root the project's folder
 * @returns {Promise<string>}
 */
export async function completionSchema(root) {
  return `${JSON.stringify(withoutJudgement(JSON.parse(await projectSchema(root))), null, 2)}\n`;
}

function withoutJudgement(schema) {
  const { enum: values, type, ...rest } = schema;
  const kept = Object.entries(rest).flatMap(([key, value]) => keptPart(key, value));
  const own = Object.fromEntries(kept);
  if (values) return { ...own, anyOf: [{ enum: values }, {}] };
  // A type on its own is what an editor inserts after the key; any other value is allowed too.
  return type === undefined || own.properties ? own : { ...own, anyOf: [{ type }, {}] };
}

function keptPart(key, value) {
  if (key === "additionalProperties" && typeof value === "object") return [[key, withoutJudgement(value)]];
  if (judging.has(key)) return [];
  if (key === "properties" || key === "definitions")
    return [
      [key, Object.fromEntries(Object.entries(value).map(([name, one]) => [name, withoutJudgement(one)]))],
    ];
  if (key === "items") return [[key, withoutJudgement(value)]];
  // One of the alternatives is enough, and the last one takes everything.
  if (key === "anyOf") return [[key, [...value.map(withoutJudgement), {}]]];
  return [[key, value]];
}
