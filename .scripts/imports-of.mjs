/** Comments, and the module names in `import … from "x"`, `export … from "x"`, `import "x"`, `import("x")`, `require("x")`. */
const pattern =
  /\/\*[\s\S]*?\*\/|\/\/[^\n]*|\b(?<keyword>import|export)(?<type>\s+type\b(?!\s*(?:from|,)))?(?<names>[\s\w$*{},]*?\bfrom)?\s*(?<quote>["'])(?<name>[^"'\n]+)\k<quote>|\b(?:import|require)\s*\(\s*(?<quote2>["'`])(?<called>[^"'`\n]+)\k<quote2>/g;

/**
 * The modules a TypeScript source imports. Reads text, not syntax: an import inside a string literal counts as well.
 * @param {string} source
 * @returns {{ specifier: string, typeOnly: boolean, line: number }[]}
 */
export function importsOf(source) {
  const imports = [];
  for (const match of source.matchAll(pattern)) {
    const specifier = match.groups.name ?? match.groups.called;
    if (specifier === undefined) continue;
    const line = source.slice(0, match.index).split("\n").length;
    imports.push({
      specifier,
      typeOnly: match.groups.type !== undefined || onlyTypes(match.groups.names),
      line,
    });
  }
  return imports;
}

/** `{ type A, type B } from` imports nothing at run time either. */
function onlyTypes(names) {
  const inBraces = /^\s*\{(?<list>[^}]*)\}\s*from$/.exec(names ?? "")?.groups.list;
  const list = inBraces?.split(",").filter((name) => name.trim() !== "");
  return list !== undefined && list.length > 0 && list.every((name) => /^\s*type\s/.test(name));
}
