import { bundledModule } from "./bundled-module.mjs";

/**
 * The page with all checks before the launch.
 * @param {string} root the project's folder
 * @returns {Promise<string>}
 */
export async function launchChecks(root) {
  const module = await bundledModule(root, ".scripts/launchChecks.ts");
  return module.launchChecks();
}
