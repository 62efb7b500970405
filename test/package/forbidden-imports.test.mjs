import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { forbiddenImports } from "../../.scripts/forbidden-imports.mjs";
import { importCircles } from "../../.scripts/import-circles.mjs";

let project;

beforeEach(async () => {
  project = await mkdtemp(path.join(os.tmpdir(), "bitlaw-imports-"));
});
afterEach(() => rm(project, { recursive: true }));

async function write(files) {
  for (const [file, source] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(project, file)), { recursive: true });
    await writeFile(path.join(project, file), source);
  }
}

/** Writes the files and lists what is forbidden in them, one `file:line specifier` each. */
async function check(files) {
  await write(files);
  const found = await forbiddenImports(project);
  return found.map(({ file, line, specifier }) => `${file}:${line} ${specifier}`);
}

test("imports along the arrow are fine", async () => {
  const found = await check({
    "server/science/law.ts": `import laws from "../data/laws/sun.json";`,
    "server/config/document.ts": `import { law } from "../science/law.ts";\nimport { parseDocument } from "yaml";`,
    "server/lint/rules/rule.ts": `import { open } from "../../config/document.ts";\nimport schema from "../../../schemas/project.json";\nimport validate from "../../../schemas/law.schema.json?validator";`,
    "server/lsp/hover.ts": `import { rule } from "../lint/rules/rule.ts";`,
    "server/cli/main.ts": `import { readFile } from "node:fs/promises";\nimport { rule } from "../lint/rules/rule.ts";`,
    "server/entry/node.ts": `import { hover } from "../lsp/hover.ts";\nimport { main } from "../cli/main.ts";`,
    "client/node.ts": `import { window } from "vscode";\nimport type { Message } from "../server/lsp/messages.ts";`,
  });
  expect(found).toEqual([]);
});

test("imports against the arrow are listed with file and line", async () => {
  const found = await check({
    "server/science/law.ts": `// a law\nimport { open } from "../config/document.ts";`,
    "server/config/document.ts": `export * from "../lint/rules/rule.ts";`,
    "server/lint/rules/rule.ts": `import {\n  hover,\n} from "../../lsp/hover.ts";\nconst cli = await import("../../cli/main.ts");`,
    "server/lsp/hover.ts": `import { main } from "../cli/main.ts";\nimport "../entry/node.ts";`,
    "server/cli/main.ts": `import { hover } from "../lsp/hover.ts";`,
  });
  expect(found).toEqual([
    "server/cli/main.ts:1 ../lsp/hover.ts",
    "server/config/document.ts:1 ../lint/rules/rule.ts",
    "server/lint/rules/rule.ts:1 ../../lsp/hover.ts",
    "server/lint/rules/rule.ts:4 ../../cli/main.ts",
    "server/lsp/hover.ts:1 ../cli/main.ts",
    "server/lsp/hover.ts:2 ../entry/node.ts",
    "server/science/law.ts:2 ../config/document.ts",
  ]);
});

test("the client may import types from server/lsp and nothing else from the server", async () => {
  const found = await check({
    "client/a.ts": `import type { A } from "../server/lsp/messages.ts";\nimport { type B, type C } from "../server/lsp/messages.ts";`,
    "client/b.ts": `import { A } from "../server/lsp/messages.ts";\nimport { type B, c } from "../server/lsp/messages.ts";`,
    "client/c.ts": `import type { Rule } from "../server/lint/rules/rule.ts";`,
  });
  expect(found).toEqual([
    "client/b.ts:1 ../server/lsp/messages.ts",
    "client/b.ts:2 ../server/lsp/messages.ts",
    "client/c.ts:1 ../server/lint/rules/rule.ts",
  ]);
});

test("Node and VS Code stay out of what runs in a browser's worker", async () => {
  const found = await check({
    "server/config/file.ts": `import { readFileSync } from "fs";\nimport type { Uri } from "vscode";`,
    "server/lsp/hover.ts": `import path from "node:path";`,
    "server/entry/node.ts": `import path from "node:path";\nimport { window } from "vscode";`,
  });
  expect(found).toEqual([
    "server/config/file.ts:1 fs",
    "server/config/file.ts:2 vscode",
    "server/entry/node.ts:2 vscode",
    "server/lsp/hover.ts:1 node:path",
  ]);
});

test("imports inside comments do not count, and a new folder under server/ has to be given a layer", async () => {
  const found = await check({
    "server/science/law.ts": `/* import "../lsp/hover.ts" */\n// import x from "../lint/rules/rule.ts"\nexport const symbol = "N";`,
    "server/misc/thing.ts": `import { law } from "../science/law.ts";`,
  });
  expect(found).toEqual(["server/misc/thing.ts:1 ../science/law.ts"]);
});

test("inside server/lint nothing imports from a floor above its own, and every folder has a floor", async () => {
  const found = await check({
    "server/lint/assessment/assess.ts": `import { finding } from "../Finding.ts";\nimport type { Rule } from "../rules/Rule.ts";`,
    "server/lint/rules/fixes/keyFix.ts": `import { edit } from "../../edits/setKeys.ts";`,
    "server/lint/rules/rule.ts": `import type { Project } from "../project/ProjectFile.ts";`,
    "server/lint/analyse.ts": `import { rule } from "./rules/rule.ts";\nimport { report } from "./report/text.ts";`,
    "server/lint/report/text.ts": `import { analyse } from "../analyse.ts";\nimport "../attic/old.ts";`,
  });
  expect(found).toEqual([
    "server/lint/analyse.ts:2 ./report/text.ts",
    "server/lint/assessment/assess.ts:2 ../rules/Rule.ts",
    "server/lint/report/text.ts:2 ../attic/old.ts",
    "server/lint/rules/rule.ts:1 ../project/ProjectFile.ts",
  ]);
});

test("rooms that import each other are a circle even through types, files in one room only through values", async () => {
  await write({
    "server/science/laws/law.ts": `import type { Format } from "../formats/format.ts";`,
    "server/science/formats/format.ts": `import { mean } from "../numerics/mean.ts";`,
    "server/science/numerics/mean.ts": `import type { Law } from "../laws/law.ts";`,
    "server/cli/check/a.ts": `import { b } from "./b.ts";`,
    "server/cli/check/b.ts": `import { c } from "./c.ts";\nimport type { A } from "./a.ts";`,
    "server/cli/check/c.ts": `import { b } from "./b.ts";`,
    "server/config/readConfig.ts": `import type { Run } from "./run.ts";`,
    "server/config/run.ts": `export const run = 1;`,
  });
  expect(await importCircles(project)).toEqual([
    {
      kind: "rooms",
      members: ["server/science/formats", "server/science/laws", "server/science/numerics"],
    },
    { kind: "files", members: ["server/cli/check/b.ts", "server/cli/check/c.ts"] },
  ]);
});
