import { readFile } from "node:fs/promises";
import path from "node:path";
import { bundledModule } from "./bundled-module.mjs";

/** Floats by their layout, with the endings of PyTorch's names, and those of a width whose layout is not stated. */
const ending = "(?:fn)?(?:uz)?";
const layouts = [
  `(?:torch\\.)?float8(?:_e[0-9]m[0-9]${ending})?`,
  `(?:fp[468][_-])?e[0-9]m[0-9]${ending}`,
  "(?:amp_)?fp8",
  "fp[46]",
];

/** In a grammar, the expression of a precision literal: from its flag to what has to follow it. */
const literal = /\(\?i:.*?\)(?=\(\?=|\(\?::\[A-Za-z0-9\])/g;

/**
 * The text of a grammar with the words that each named format is written in.
 * @param {string} root the project's folder
 * @param {string} file the grammar below it
 */
export async function grammarLiterals(root, file) {
  const { namedFormats } = await bundledModule(root, "server/science/formats/namedFormats.ts");
  const words = namedFormats.flatMap(({ highlighted = [] }) => highlighted);
  const expression = [...layouts, ...words.map((word) => word.replaceAll(".", "\\."))].join("|");
  const grammar = await readFile(path.join(root, file), "utf8");
  return grammar.replaceAll(literal, () => `(?i:${JSON.stringify(expression).slice(1, -1)})`);
}
