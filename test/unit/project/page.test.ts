import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import schema from "../../../schemas/project.schema.json" with { type: "json" };
import { readProjectFile } from "../../../server/lint/project/readProjectFile.ts";

const page = readFileSync(new URL("../../../docs/project-file.md", import.meta.url), "utf8");
const examples = Array.from(page.matchAll(/^```(yaml|json)\n(.*?)^```$/gms), ([, language, text = ""]) => ({
  path: `.bitlaw.${language}`,
  text,
}));

it("docs/project-file.md has a section with an example for every key", () => {
  for (const key of Object.keys(schema.properties).filter((one) => one !== "$schema")) {
    expect(page).toContain(`## \`${key}\`\n`);
    expect(
      examples.some(({ text }) => new RegExp(`^${key}:`, "m").test(text)),
      key,
    ).toBe(true);
  }
});

it.each(examples)("an example of docs/project-file.md has no problem: $text", (file) => {
  expect(readProjectFile(file).problems).toEqual([]);
});
