import { describe, expect, it } from "vitest";
import { wantsColour } from "../../../server/cli/terminal/wantsColour.ts";
import { findingsText } from "../../../server/lint/report/formats/textReport.ts";
import { PLAIN, type Style } from "../../../server/lint/report/Style.ts";
import { ELSEWHERE, file, finding, SUPPRESSED } from "./checked.ts";

const MARKED: Style = {
  severity: (severity, text) => `<${severity}>${text}</>`,
  strong: (text) => `<b>${text}</b>`,
  faint: (text) => `<i>${text}</i>`,
  link: (text, target) => `<a ${target}>${text}</a>`,
};

describe("the text report", () => {
  it("is a line for each finding that is not suppressed, and one below it for each related place in another file", () => {
    expect(
      findingsText(
        {
          ...file("a.yaml", finding({ related: [{ ...ELSEWHERE, path: "a.yaml" }, ELSEWHERE] })),
          ...SUPPRESSED,
        },
        PLAIN,
      ),
    ).toBe(
      "a.yaml:9:7  error  `fp16` and `bf16` exclude each other. [conflicting-precision]\n" +
        "  see configs/ds.json:12:5: `bf16` is on here\n",
    );
  });

  it("is empty for a clean file", () => {
    expect(findingsText(file("a.yaml"), PLAIN)).toBe("");
  });

  it("links the rule to its page where there is one", () => {
    const pages = (rule: string) => `file:///docs/${rule}.md`;
    expect(findingsText(file("a.yaml", finding({ message: "m" })), MARKED, pages)).toBe(
      "<b>a.yaml:9:7</b>  <error>error</>  m <i>[<a file:///docs/conflicting-precision.md>conflicting-precision</a>]</i>\n",
    );
    expect(findingsText(file("a.yaml", finding({ message: "m" })), MARKED)).toBe(
      "<b>a.yaml:9:7</b>  <error>error</>  m <i>[conflicting-precision]</i>\n",
    );
  });

  it("lets no name or value control the terminal or begin a line", () => {
    const text = findingsText(file("a\u001b[2J.yaml", finding({ message: "x\r\ny\u009bz" })), PLAIN);
    expect(text).toBe("a\ufffd[2J.yaml:9:7  error  x\ufffd\ufffdy\ufffdz [conflicting-precision]\n");
  });
});

describe("colour", () => {
  it.each([
    [true, "on a terminal", [], {}, true],
    [false, "away from a terminal", [], {}, false],
    [false, "on a terminal that can do nothing", [], { TERM: "dumb" }, true],
    [false, "where NO_COLOR is set", [], { NO_COLOR: "1" }, true],
    [true, "where NO_COLOR is empty", [], { NO_COLOR: "" }, true],
    [true, "where FORCE_COLOR is set", [], { FORCE_COLOR: "1" }, false],
    [false, "where FORCE_COLOR is 0", [], { FORCE_COLOR: "0" }, true],
    [false, "where both are set", [], { NO_COLOR: "1", FORCE_COLOR: "1" }, true],
    [true, "with --color against NO_COLOR", ["check", "--color"], { NO_COLOR: "1" }, false],
    [false, "with --no-color against FORCE_COLOR", ["--no-color"], { FORCE_COLOR: "1" }, true],
    [false, "with both flags, by the last", ["--color", "--no-color"], {}, true],
    [false, "for a file of the name of a flag", ["--", "--color"], {}, false],
  ] as const)("is %s %s", (wanted, _, args, environment, isTerminal) => {
    expect(wantsColour(args, environment, isTerminal)).toBe(wanted);
  });
});
