import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { ruleIndex } from "../../.scripts/ruleIndex.ts";
import { rulePageTexts } from "../../.scripts/rulePageParts.ts";
import { DECLARED_RULES } from "../../server/lint/rules/rules.ts";
import { pageNames, readIndex, readPage } from "./rulePage.ts";

const STALE = "The page does not match the rule. Run `npm run generate`.";
const FOLDER = new URL("../../docs/rules/", import.meta.url);

describe("The documentation of the rules", () => {
  it("has an index with every rule once, as it is declared", () => {
    const rows = readIndex().match(/^\| \[.*\|$/gm) ?? [];
    const declared = DECLARED_RULES.map(
      ({ name, summary, severity, fix }) => `| [${name}](${name}.md) | ${summary} | ${severity} | ${fix} |`,
    );
    expect(rows.toSorted()).toEqual(declared.toSorted());
    expect(readIndex()).toContain(ruleIndex());
  });

  it("counts the rules of each category above its table", () => {
    for (const [, title = "", count] of readIndex().matchAll(/^### (\w+) \((\d+)\)$/gm)) {
      const rules = DECLARED_RULES.filter(({ category }) => category === title.toLowerCase());
      expect({ title, count }).toEqual({ title, count: String(rules.length) });
    }
    expect(readIndex().match(/^### /gm)).toHaveLength(
      new Set(DECLARED_RULES.map((one) => one.category)).size,
    );
  });

  it.each(rulePageTexts((name) => readPage(name).text))("is as generated for %s", (name, text) => {
    expect(readPage(name).text === text, STALE).toBe(true);
  });

  it.each([...pageNames(), "README"])("has links in %s that lead somewhere", (name) => {
    const text = readFileSync(new URL(`${name}.md`, FOLDER), "utf8");
    const missing = Array.from(text.matchAll(/\]\(([^)\s]+)\)/g), ([, link = ""]) => link).filter((link) => {
      if (/^https:\/\//.test(link)) return false;
      const target = new URL(link.startsWith("#") ? `${name}.md${link}` : link, FOLDER);
      return !existsSync(target) || !anchorsOf(target).includes(target.hash);
    });
    expect(missing).toEqual([]);
  });
});

it("goes into the extension with every page that it links to", () => {
  const packed = readFileSync(new URL("../../.vscodeignore", import.meta.url), "utf8");
  const [, names = ""] = /^!docs\/\{(.*)\}\.md$/m.exec(packed) ?? [];
  const linked = [...pageNames(), "README"].flatMap((name) => {
    const text = readFileSync(new URL(`${name}.md`, FOLDER), "utf8");
    return Array.from(text.matchAll(/\]\(\.\.\/([\w-]+)\.md/g), ([, other]) => other);
  });
  expect([...new Set(linked)].toSorted()).toEqual(names.split(","));
});

describe("A page that is generated", () => {
  const first = (current?: string) => rulePageTexts(() => current)[0]?.[1] ?? "";

  it("begins with all sections where there was none", () => {
    expect(first().match(/^## .*$/gm)).toEqual([
      "## Why",
      "## Example",
      "## Fix",
      "## When not to use it",
      "## Configure",
      "## Evidence",
    ]);
  });

  it("keeps what is written by hand, and nothing else", () => {
    const page = "# old\n\nOld.\n\n## Why\n\nBecause.\n\n## Configure\n\nOld.\n\n## Evidence\n\nOld.\n\n";
    const kept = first(`${page}<!-- Written by hand from here on. -->\n\nA remark.\n`);
    expect(kept).toContain("\n## Why\n\nBecause.\n\n## Configure\n\n- For the project, ");
    expect(kept.endsWith("<!-- Written by hand from here on. -->\n\nA remark.\n")).toBe(true);
    expect(kept).not.toMatch(/\bold\b/i);
  });

  it("takes the evidence of a page that was all written by hand as its remarks", () => {
    const kept = first("# old\n\n## Why\n\nBecause.\n\n## Evidence\n\nA remark.\n");
    expect(kept.endsWith("<!-- Written by hand from here on. -->\n\nA remark.\n")).toBe(true);
  });

  it("stays the same when it is generated again", () => {
    const once = first("## Why\n\nBecause.\n");
    expect(first(once)).toBe(once);
  });
});

/** The anchors of a page's headings as GitHub and VS Code make them, and none at all. */
function anchorsOf(page: URL): readonly string[] {
  if (!page.pathname.endsWith(".md")) return [""];
  const headings = readFileSync(page, "utf8").match(/^#+ .*$/gm) ?? [];
  const slugs = headings.map((heading) =>
    heading
      .replace(/^#+ /, "")
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, "")
      .replaceAll(" ", "-"),
  );
  return ["", ...slugs.map((slug) => `#${slug}`)];
}
