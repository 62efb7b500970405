import type { ProbeManifest } from "./ProbeRequest.ts";

/** The names of the configs that a manifest lists; undefined for a text that is no manifest of siblings. */
export function listedFiles(text: string): ReadonlySet<string> | undefined {
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (!isObject(content) || content["version"] !== 1 || typeof content["config"] !== "string")
    return undefined;
  const { runs } = content;
  if (!Array.isArray(runs)) return undefined;
  const files = runs.map((run: unknown) => (isObject(run) ? run["file"] : undefined));
  return files.every((file) => typeof file === "string") ? new Set(files) : undefined;
}

/** The manifest as it stands in its file. */
export function manifestText(manifest: ProbeManifest): string {
  return `${JSON.stringify(manifest, null, 2)}\n`;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
