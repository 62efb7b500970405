import { describe, expect, it } from "vitest";
import type { Analysis, AnalysisOptions } from "../../server/lint/Analysis.ts";
import { verifiedFixes } from "../../server/lint/actions/verifiedFixes.ts";
import { analyse } from "../../server/lint/analyse.ts";
import { applyEdits } from "../../server/lint/edits/TextEdit.ts";
import { type Finding, type Fix, fixTitle } from "../../server/lint/Finding.ts";
import { isProjectPath } from "../../server/lint/project/projectPaths.ts";
import { DECLARED_RULES } from "../../server/lint/rules/rules.ts";
import { workspaceOf } from "../workspaceOf.ts";
import { withMarkers, withoutMarkers } from "./markers.ts";
import { type Block, pageNames, type RulePage, readPage } from "./rulePage.ts";

const rules = DECLARED_RULES.map((rule) => ({ ...rule, page: readPage(rule.name) }));

const EVIDENCE = new Set(
  DECLARED_RULES.filter(({ category }) => category === "evidence").map(({ name }) => name),
);

it("every rule has a page and every page a rule", () => {
  expect(pageNames().toSorted()).toEqual(DECLARED_RULES.map(({ name }) => name).toSorted());
});

describe.each(rules)("The page of $name", ({ name, summary, severity, category, fix, page }) => {
  it("has every section, none of them empty", () => {
    const titles = Array.from(page.text.matchAll(/^## (.*)$/gm), ([, title]) => title);
    expect(titles).toEqual(["Why", "Example", "Fix", "When not to use it", "Configure", "Evidence"]);
    const sections = page.text
      .replace(/<!-- .* -->/g, "")
      .split(/^## /m)
      .slice(1);
    const empty = sections.filter((section) => section.trim().split("\n").length < 2);
    expect(empty).toEqual([]);
  });

  it("opens with the rule's name, summary, and facts", () => {
    const [title, sentence, facts = ""] = page.text.split("\n\n");
    expect([title, sentence]).toEqual([`# ${name}`, `${summary}.`]);
    const cells = facts
      .split("\n")
      .map((line) => line.split(" | ").map((cell) => cell.replace(/^\| | \|$/g, "")));
    expect(cells.map(([cell]) => cell)).toEqual(["Default severity", "---", "Category", "Rests on", "Fixes"]);
    expect(cells[0]?.[1]).toMatch(new RegExp(`^\\*\\*${severity}\\*\\*(?:; |$)`));
    expect(cells[2]?.[1]).toContain(`[${category}](README.md#categories)`);
  });

  it("has an example with its fix, and a clean config", () => {
    expect(page.examples.length > 0 || page.fixless).toBe(true);
    expect(page.before.length).toBeGreaterThan(0);
    expect(page.clean.length).toBeGreaterThan(0);
    if (!page.fixless) expect(page.examples, "each before has an after").toHaveLength(page.before.length);
  });

  it("links the evidence of a prediction", () => {
    if (category === "prediction")
      expect(page.text).toMatch(/## Evidence\n\n.*\(https:\/\/arxiv\.org\/abs\//s);
  });

  it("quotes a message and names the fix as Bitlaw words them", () => {
    const [first] = page.before;
    const analysis = analysisOf(first, page);
    const finding = analysis.findings.find(({ rule }) => rule === name);
    expect(page.quotes).toEqual([finding?.message]);
    if (page.fixless) expect(finding?.fixes).toEqual([]);
    else expect(page.text).toContain(`**${fixTitle(ownFinding(analysis, name).preferred)}**`);
  });

  it("has fixes of the kind that the rule declares", () => {
    const safe = page.before.flatMap((block) => {
      const analysis = analysisOf(block, page);
      return analysis.findings
        .filter(({ rule }) => rule === name)
        .flatMap((finding) => verifiedFixes(analysis, finding).map((one) => one.safe));
    });
    const kind = safe.length === 0 ? "none" : safe.every(Boolean) ? "safe" : "changes the run";
    // A rule with one fix that changes the run is declared so, whatever its examples show.
    expect(fix === "changes the run" ? [fix, "safe"] : [fix]).toContain(kind);
  });

  it.each(page.fixless ? page.before : [])("example %#: its findings are those marked", (before) => {
    expect(withMarkers(before.text, before.language, optionsOf(page, before))).toBe(before.text);
  });

  it.each(page.examples)("example %#: the findings are those marked", ({ before, after }) => {
    expect(withMarkers(before.text, before.language, optionsOf(page, before))).toBe(before.text);
    expect(withMarkers(after.text, after.language, optionsOf(page, after))).toBe(after.text);
  });

  it.each(page.examples)("example %#: the preferred fix writes what the page shows", ({ before, after }) => {
    const { preferred } = ownFinding(analysisOf(before, page), name);
    const fixed = applyEdits(before.text, preferred.edits);
    expect(withoutMarkers(fixed)).toBe(withoutMarkers(after.text));
  });

  it.each(page.examples)(
    "example %#: the fix leaves no finding of the rule and brings no other",
    ({ before, after }) => {
      const findings = analysisOf(after, page).findings.map(({ rule }) => rule);
      expect(findings).not.toContain(name);
      expect(additions(analysisOf(before, page).findings, analysisOf(after, page).findings)).toEqual([]);
    },
  );

  it.each(page.clean)("clean config %#: there is no finding", (block) => {
    const { text, language, path } = block;
    const options = optionsOf(page, block);
    if (!isProjectPath(path))
      expect(analyse(text, language, options).assessments, "it is read as a training config").toHaveLength(1);
    expect(withMarkers(text, language, options)).toBe(text);
  });
});

const fixes = rules.flatMap(({ page }) =>
  page.examples.flatMap(({ before }, i) => {
    const analysis = analysisOf(before, page);
    return analysis.findings.flatMap((finding) =>
      verifiedFixes(analysis, finding).map((fix) => ({
        name: `${page.rule}, example ${i}, ${finding.rule}: ${fixTitle(fix)}`,
        analysis,
        finding,
        fix,
      })),
    );
  }),
);

describe("Every fix on a page", () => {
  it("there is at least one for each rule", () => {
    const fixed = new Set(fixes.map(({ finding }) => finding.rule));
    const without = rules.filter(({ name, page }) => !page.fixless && !fixed.has(name));
    expect(without.map(({ name }) => name)).toEqual([]);
  });

  it("exactly one of a finding's fixes is preferred", () => {
    for (const { analysis, finding, name } of fixes) {
      const preferred = verifiedFixes(analysis, finding).filter((fix) => fix.preferred);
      expect(preferred, name).toHaveLength(1);
    }
  });

  it.each(fixes)("$name: changes nothing outside its edits", ({ analysis, fix }) => {
    const fixed = applyEdits(analysis.text, fix.edits);
    expect(fixed).toBe(spliced(analysis.text, fix));
    expect(fixed).not.toBe(analysis.text);
  });

  it.each(fixes)(
    "$name: the text still parses, the finding is gone and no other has come",
    ({ analysis, finding, fix }) => {
      const fixed = analyse(applyEdits(analysis.text, fix.edits), analysis.language, analysis.options);
      expect(fixed.failure).toBeUndefined();
      expect(fixed.assessments).toHaveLength(analysis.assessments.length);
      const count = (findings: readonly Finding[]) =>
        findings.filter(({ rule }) => rule === finding.rule).length;
      expect(count(fixed.findings)).toBeLessThan(count(analysis.findings));
      expect(additions(analysis.findings, fixed.findings)).toEqual([]);
    },
  );
});

describe.each([
  { variant: "Windows line ends", write: (text: string) => text.replaceAll("\n", "\r\n") },
  { variant: "no line end at the end of the file", write: (text: string) => text.replace(/\n$/, "") },
])("With $variant", ({ write }) => {
  it.each(fixes)("$name: the fix writes the same", ({ analysis, finding, fix }) => {
    const written = analyse(write(analysis.text), analysis.language, analysis.options);
    const same = written.findings[analysis.findings.indexOf(finding)];
    const title = fixTitle(fix);
    const fixThere = same && verifiedFixes(written, same).find((one) => fixTitle(one) === title);
    const fixed = fixThere && applyEdits(written.text, fixThere.edits);
    // An entry that is added at the end of the file may close it with a line end.
    expect(fixed?.trimEnd()).toBe(write(applyEdits(analysis.text, fix.edits)).trimEnd());
  });
});

function analysisOf(block: Block | undefined, page: RulePage): Analysis {
  if (block === undefined) throw new Error("The page has no example");
  return analyse(block.text, block.language, optionsOf(page, block));
}

/** Configs of a page stand in a workspace only where the page shows other files of it, or names theirs. */
function optionsOf({ files }: RulePage, { path }: Block): AnalysisOptions {
  const alone = Object.keys(files).length === 0 && !isProjectPath(path);
  return alone ? {} : { workspace: workspaceOf(files, path) };
}

function ownFinding(analysis: Analysis, rule: string): { finding: Finding; preferred: Fix } {
  const finding = analysis.findings.find((one) => one.rule === rule);
  if (finding === undefined) throw new Error(`The example has no finding of ${rule}`);
  const preferred = verifiedFixes(analysis, finding).find((fix) => fix.preferred);
  if (preferred === undefined) throw new Error(`No fix of ${rule} works in its example`);
  return { finding, preferred };
}

/** Rules that have more findings after than before, but for advice about the format that a fix chooses. */
function additions(before: readonly Finding[], after: readonly Finding[]): readonly string[] {
  const left = before.map(({ rule }) => rule);
  return after.flatMap(({ rule }) => {
    const known = left.indexOf(rule);
    if (known < 0) return EVIDENCE.has(rule) ? [] : [rule];
    left.splice(known, 1);
    return [];
  });
}

/** The text rebuilt from front to back: what stands between the edits, and their new texts. Edits must not overlap. */
function spliced(text: string, { edits }: Fix): string {
  let result = "";
  let end = 0;
  for (const { span, newText } of edits.toSorted((a, b) => a.span.start - b.span.start)) {
    if (span.start < end || span.end < span.start || span.end > text.length)
      throw new Error(`The edit of ${span.start} to ${span.end} overlaps another or leaves the text`);
    result += text.slice(end, span.start) + newText;
    end = span.end;
  }
  return result + text.slice(end);
}
