import { readFile } from "node:fs/promises";
import path from "node:path";
import { bundledModule } from "./bundled-module.mjs";

const severities = ["off", "hint", "information", "warning", "error"];

/**
 * The text of package.json with a setting for each rule that is declared.
 * @param {string} root the project's folder
 * @returns {Promise<string>}
 */
export async function manifestWithRules(root) {
  const { DECLARED_RULES } = await bundledModule(root, "server/lint/rules/rules.ts");
  const manifest = JSON.parse(await readFile(path.join(root, "package.json"), "utf8"));
  const setting = manifest.contributes.configuration.properties["bitlaw.rules"];
  setting.additionalProperties = false;
  setting.properties = Object.fromEntries(
    DECLARED_RULES.map(({ name, summary, severity }) => [
      name,
      { type: "string", enum: severities, default: severity, description: `${summary}.` },
    ]),
  );
  return `${JSON.stringify(manifest, null, 2)}\n`;
}
