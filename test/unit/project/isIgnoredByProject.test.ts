import { expect, it } from "vitest";
import { LoadedFiles } from "../../../server/config/workspace/LoadedFiles.ts";
import { isIgnoredByProject } from "../../../server/lint/project/resolveProject.ts";

const TEXTS: Readonly<Record<string, string>> = {
  ".bitlaw.yaml": "ignore: [archive/, '*.old.yaml']",
  "a/.bitlaw.yaml": "extends: ../.bitlaw.yaml\nignore: [/b.yaml]",
  "free/.bitlaw.yaml": "rules: {}",
};

const files = () =>
  new LoadedFiles({
    load: async (path) => {
      const text = TEXTS[path];
      return text === undefined ? { kind: "missing" } : { kind: "text", text };
    },
  });

it.each([
  ["x.old.yaml", true],
  ["x.yaml", false],
  ["archive/x.yaml", true],
  ["archive/", true],
  ["archived/", false],
  ["a/b.yaml", true],
  ["b.yaml", false],
  ["a/archive/deep/x.yaml", true],
  ["free/x.old.yaml", false],
])("whether %s is left alone is answered with what has to be loaded first: %s", async (path, ignored) => {
  expect(await isIgnoredByProject(files(), path)).toBe(ignored);
});
