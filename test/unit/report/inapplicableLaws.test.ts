import { describe, expect, it } from "vitest";
import type { LawAssessment } from "../../../server/lint/assessment/Assessment.ts";
import { briefReasons, inapplicableLawsMarkdown } from "../../../server/lint/wording/inapplicableLaws.ts";
import { lawNamed } from "../../../server/science/lawFiles/publishedLaws.ts";

function silent(name: string, because: string): LawAssessment {
  const law = lawNamed(name);
  if (law === undefined) throw new Error(`no law ${name}`);
  return { law, applies: false, because };
}

const OPEN = "`epochs` counts epochs";
const LAWS = [
  silent("sun-2025", `needs the number of training tokens: ${OPEN}`),
  silent("kumar-2024", "fitted on integer formats; weights are FP8"),
  silent("hoffmann-2022", `needs the number of training tokens: ${OPEN}`),
];

describe("the laws that say nothing", () => {
  it("stand together by their reason", () => {
    expect(inapplicableLawsMarkdown(LAWS)).toBe(
      "- `sun-2025`, `hoffmann-2022`: needs the number of training tokens: `epochs` counts epochs\n- `kumar-2024`: fitted on integer formats; weights are FP8",
    );
  });

  it("do not repeat why a fact is missing where that is told anyway", () => {
    const brief = briefReasons(LAWS, [{ fact: "tokens", because: OPEN }]);
    expect(inapplicableLawsMarkdown(brief)).toBe(
      "- `sun-2025`, `hoffmann-2022`: needs the number of training tokens\n- `kumar-2024`: fitted on integer formats; weights are FP8",
    );
  });
});
