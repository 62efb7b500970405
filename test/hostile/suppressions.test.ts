import { describe, expect, it } from "vitest";
import { suppressionEdits } from "../../server/lint/actions/suppressionEdits.ts";
import { verifiedFixes } from "../../server/lint/actions/verifiedFixes.ts";
import { applyEdits } from "../../server/lint/edits/TextEdit.ts";
import { CONFLICTING } from "../protocol/configs.ts";
import { expectReportable, expectSound } from "./expectSound.ts";

const ROOM = "KINDS";
const DIRECTIVES = [
  "disable-next-line",
  "disable-line",
  "disable",
  "enable",
  "disable-file",
  "disable-nxt-line",
];
const NAMES = [
  "conflicting-precision",
  "loss-scaling",
  "los-scaling",
  "unused-suppression",
  "",
  "-- why",
  ",",
  "--",
];

const PLACES: readonly (readonly [string, string])[] = [
  ["the top", `# ${ROOM}\n${CONFLICTING}`],
  ["the end, without a line break", `${CONFLICTING}# ${ROOM}`],
  ["a line before the finding", CONFLICTING.replace("fp16", `# ${ROOM}\nfp16`)],
  ["the line of the finding", CONFLICTING.replace("fp16: true", `fp16: true # ${ROOM}`)],
  ["every line", CONFLICTING.replaceAll("\n", ` # ${ROOM}\n`)],
  ["between all lines", CONFLICTING.replaceAll("\n", `\n# ${ROOM}\n`)],
  ["behind tabs", CONFLICTING.replace("fp16: true", `fp16: true\t#\t${ROOM}\t`)],
  ["Windows line ends", CONFLICTING.replace("fp16", `# ${ROOM}\nfp16`).replaceAll("\n", "\r\n")],
  ["line ends of CR only", CONFLICTING.replace("fp16", `# ${ROOM}\nfp16`).replaceAll("\n", "\r")],
  ["a byte order mark", `\uFEFF# ${ROOM}\n${CONFLICTING}`],
  ["a block scalar", `${CONFLICTING}a: |\n  # ${ROOM}\n  b\n`],
  ["the head of a block scalar", `${CONFLICTING}a: | # ${ROOM}\n  b\n`],
  ["below a block scalar", `a: |\n  b\n# ${ROOM}\n${CONFLICTING}`],
  ["a block scalar that keeps its line ends", `a: |+\n  b\n\n# ${ROOM}\n\n${CONFLICTING}`],
  ["a folded scalar", `a: >2-\n    # ${ROOM}\n${CONFLICTING}`],
  ["double quotes", `a: "x # ${ROOM}\n  # ${ROOM}\n  y"\n${CONFLICTING}`],
  ["single quotes", `a: 'x # ${ROOM}\n  # ${ROOM}\n  y'\n${CONFLICTING}`],
  ["a flow map", `{ # ${ROOM}\n ${CONFLICTING.trim().replaceAll("\n", `, # ${ROOM}\n `)} # ${ROOM}\n}\n`],
  ["a flow list", `a: [ # ${ROOM}\n  b, # ${ROOM}\n  # ${ROOM}\n]\n${CONFLICTING}`],
  [
    "several documents",
    `# ${ROOM}\n--- # ${ROOM}\n${CONFLICTING}... # ${ROOM}\n---\n# ${ROOM}\n${CONFLICTING}`,
  ],
  ["a document without anything", `# ${ROOM}\n---\n# ${ROOM}\n...\n---\n${CONFLICTING}`],
  ["directives of YAML", `%YAML 1.2 # ${ROOM}\n# ${ROOM}\n---\n${CONFLICTING}`],
  [
    "anchors, tags and aliases",
    `a: &a # ${ROOM}\n  b: 1\nc: !!map # ${ROOM}\n  d: *a # ${ROOM}\n${CONFLICTING}`,
  ],
  ["explicit keys", `? # ${ROOM}\n  a # ${ROOM}\n: # ${ROOM}\n  b # ${ROOM}\n${CONFLICTING}`],
  ["list items", `a:\n- # ${ROOM}\n  b: 1\n-\n  # ${ROOM}\n  - c # ${ROOM}\n${CONFLICTING}`],
  ["a declaration", `# bitlaw: world_size=8 # ${ROOM}\n# ${ROOM} # bitlaw: world_size=8\n${CONFLICTING}`],
  ["many times over", `# ${ROOM}\n`.repeat(300) + CONFLICTING],
];

describe("A comment in an odd place does no harm:", () => {
  it.each(PLACES)("%s", (_, text) => {
    for (const directive of DIRECTIVES)
      for (const name of NAMES) {
        const written = text.replaceAll(ROOM, `bitlaw-${directive} ${name}`);
        const analysis = expectSound(written, "yaml");
        const all = [...analysis.findings, ...analysis.suppressed.map(({ finding }) => finding)];
        const conflicts = all.filter(({ rule }) => rule === "conflicting-precision").length;
        expect(conflicts).toBe(analysis.assessments.length);
      }
  });

  it.each(PLACES)("%s, and what is offered there works", (_, text) => {
    const written = text.replaceAll(ROOM, "bitlaw-disable-next-line loss-scaling, inactive-precision");
    const analysis = expectSound(written, "yaml");
    for (const finding of analysis.findings.slice(0, 2))
      for (const { edits } of [...suppressionEdits(analysis, finding), ...verifiedFixes(analysis, finding)]) {
        const after = expectSound(applyEdits(written, edits), "yaml");
        const count = ({ findings }: typeof after) =>
          findings.filter(({ rule }) => rule === finding.rule).length;
        expect(after.failure).toBeUndefined();
        expect(after.assessments).toHaveLength(analysis.assessments.length);
        expect(count(after)).toBeLessThan(count(analysis));
      }
  });
});

describe("A comment of odd content does no harm:", () => {
  it.each([
    "# bitlaw-",
    "# bitlaw-disable",
    "# bitlaw-disable --",
    "# bitlaw-disable-file --why",
    "# bitlaw-disable-file , , ,",
    "# bitlaw-disable-file __proto__, constructor, toString",
    "# bitlaw-disable-file \u202e\u0007",
    `# bitlaw-disable-file ${"conflicting-precision, ".repeat(2000)}`,
    `# bitlaw-disable ${"los-scaling, loss-scaling, ".repeat(1000)}`,
    "# bitlaw-disable los-scaling, loss-scaling\n# bitlaw-enable loss-scaling\n".repeat(150).trim(),
    "# bitlaw-disable-next-line loss-scaling\n".repeat(3000).trim(),
    `# bitlaw-disable-file ${"x".repeat(50_000)}`,
    `# bitlaw-${"x".repeat(50_000)}`,
    `# bitlaw-disable-file ${" -- ".repeat(20_000)}`,
    `# bitlaw-disable-file a${" ".repeat(50_000)}b`,
    `#${" ".repeat(50_000)}bitlaw-disable-file a`,
  ])("content %#", (comment) => {
    for (const text of [
      `${comment}\n${CONFLICTING}`,
      CONFLICTING.replace("fp16: true", `fp16: true ${comment}`),
    ])
      expectReportable(text, "yaml");
  });
});
