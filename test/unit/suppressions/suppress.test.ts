import { describe, expect, it } from "vitest";
import { type AnalysisOptions, analyse } from "../../../server/lint/analyse.ts";
import { CLEAN, CONFLICTING } from "../../protocol/configs.ts";

/** CONFLICTING has one finding: `conflicting-precision` on its last line, `fp16: true`. */
function outcome(text: string, options: AnalysisOptions = {}) {
  const { findings, suppressed } = analyse(text, "yaml", options);
  return {
    shown: findings.map(({ rule, span }) => `${rule} ${text.slice(span.start, span.end)}`),
    suppressed: suppressed.map(({ finding }) => finding.rule),
    reasons: suppressed.map(({ suppression }) => suppression.reason),
  };
}

function above(comment: string): string {
  return CONFLICTING.replace("fp16: true", `${comment}\nfp16: true`);
}

describe("A finding is silenced by a comment that names its rule", () => {
  it.each([
    ["on the line before", above("# bitlaw-disable-next-line conflicting-precision")],
    ["without a blank behind the mark", above("#bitlaw-disable-next-line conflicting-precision")],
    ["with other rules' names in it", above("# bitlaw-disable-next-line conflicting-precision,")],
    ["before other comments", above("# bitlaw-disable-next-line conflicting-precision\n# why\n\n")],
    [
      "at the end of its line",
      CONFLICTING.replace("fp16: true", "fp16: true  # bitlaw-disable-line conflicting-precision"),
    ],
    ["somewhere above", `# bitlaw-disable conflicting-precision\n${CONFLICTING}`],
    [
      "in a block around it",
      `${above("# bitlaw-disable conflicting-precision")}# bitlaw-enable conflicting-precision\n`,
    ],
    ["for the file, below it", `${CONFLICTING}# bitlaw-disable-file conflicting-precision\n`],
    [
      "in a file with Windows line ends",
      above("# bitlaw-disable-next-line conflicting-precision").replaceAll("\n", "\r\n"),
    ],
    ["behind a byte order mark", `\uFEFF# bitlaw-disable-file conflicting-precision\n${CONFLICTING}`],
    ["behind tabs", above("#\tbitlaw-disable-next-line\tconflicting-precision\t")],
    ["at the end of the last line", `${CONFLICTING}# bitlaw-disable-file conflicting-precision`],
  ])("%s", (_, text) => {
    expect(outcome(text)).toEqual({
      shown: [],
      suppressed: ["conflicting-precision"],
      reasons: [undefined],
    });
  });
});

it("What a comment gives as its reason is kept, dashes included", () => {
  const text = above("# bitlaw-disable-next-line conflicting-precision -- the launcher -- not we -- decides");
  expect(outcome(text).reasons).toEqual(["the launcher -- not we -- decides"]);
});

it("A word, a rule and a missing rule that nobody knows are each a finding", () => {
  const text = `# bitlaw-disable-fle loss-scaling\n# bitlaw-disable-file los-scaling\n# bitlaw-disable-file\n${CLEAN}`;
  expect(outcome(text).shown).toEqual([
    "unknown-suppression bitlaw-disable-fle",
    "unknown-suppression los-scaling",
    "unknown-suppression bitlaw-disable-file",
  ]);
});
