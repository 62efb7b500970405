import { readFile } from "node:fs/promises";

/** Imports tables as their text, as esbuild does for `import … with { type: "text" }`. */
export const textImports = {
  name: "text-imports",
  enforce: "pre" as const,
  async load(id: string) {
    if (!id.endsWith(".csv")) return undefined;
    return `export default ${JSON.stringify(await readFile(id, "utf8"))};`;
  },
};
