import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { fixSafety, variantsOf } from "../../../.scripts/fix-safety.mjs";
import { languageOf } from "../../../server/config/document/languageOf.ts";
import { parseConfig } from "../../../server/config/document/parseConfig.ts";
import { applyFixes } from "../../../server/lint/actions/applyFixes.ts";
import { keyAt } from "../../../server/lint/actions/keyAt.ts";
import { valuesChangedOutside } from "../../../server/lint/actions/valuesChangedOutside.ts";
import { analyse } from "../../../server/lint/analyse.ts";
import { applyEdits } from "../../../server/lint/edits/TextEdit.ts";
import { isProjectPath } from "../../../server/lint/project/projectPaths.ts";
import { withoutMarkers } from "../../rules/markers.ts";
import { pageNames, readPage } from "../../rules/rulePage.ts";
import { workspaceOf } from "../../workspaceOf.ts";

const ENGINE = { analyse, applyFixes, applyEdits, valuesChangedOutside, keyAt, parseConfig };

const ROOT = fileURLToPath(new URL("../../..", import.meta.url));
const FILES = ["examples", "test/fixtures"].flatMap((folder) =>
  readdirSync(path.join(ROOT, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => /\.(?:ya?ml|json|toml|sh|slurm)$/.test(name))
    .map((name) => path.join(folder, name)),
);

describe("Fixes of every example and fixture, safe ones and all, change what they say and nothing else, once", () => {
  it.each(FILES)("%s", (file) => {
    const text = readFileSync(path.join(ROOT, file), "utf8");
    expect(fixSafety(ENGINE, text, languageOf(file, text)).problems).toEqual([]);
  });
});

describe("Fixes of every config on the rules' pages, in every layout, change what they say and nothing else, once", () => {
  const blocks = pageNames().flatMap((rule) => {
    const page = readPage(rule);
    return page.before.map((block) => ({ rule, block, files: page.files }));
  });
  it.each(blocks)("$rule: $block.path", ({ block, files }) => {
    const { language, path: place } = block;
    const isAlone = Object.keys(files).length === 0 && !isProjectPath(place);
    const options = isAlone ? {} : { workspace: workspaceOf(files, place) };
    for (const [layout, text] of variantsOf(withoutMarkers(block.text), language))
      expect(fixSafety(ENGINE, text, language, options).problems, `${layout}\n${text}`).toEqual([]);
  });
});

it("A rule that is off is not fixed", () => {
  const text = readFileSync(path.join(ROOT, "examples/text-learning-rate.transformers.yaml"), "utf8");
  expect(applyFixes(analyse(text, "yaml"), { unsafe: true }).applied).toHaveLength(1);
  const off = analyse(text, "yaml", { severities: { "misread-number": "off" } });
  expect(applyFixes(off, { unsafe: true }).text).toBe(text);
});
