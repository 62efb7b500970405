import { expect, it } from "vitest";
import { DECLARED_RULES } from "../../server/lint/rules/rules.ts";
import { readIndex } from "./rulePage.ts";

it("the index in docs/rules/README.md lists every rule as it is declared", () => {
  const table = [
    "| rule | finds | kind | default severity |",
    "|---|---|---|---|",
    ...DECLARED_RULES.map(
      ({ name, summary, category, severity }) =>
        `| [${name}](${name}.md) | ${summary} | ${category} | ${severity} |`,
    ),
  ].join("\n");
  const written = readIndex()
    .match(/^\|.*\|$/gm)
    ?.join("\n");
  expect(written, `docs/rules/README.md is stale. Its table should read:\n\n${table}\n`).toBe(table);
});
