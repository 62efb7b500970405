import { describe, expect, it } from "vitest";
import { githubReport } from "../../../server/lint/report/formats/githubReport.ts";
import { gitlabReport } from "../../../server/lint/report/formats/gitlabReport.ts";
import { junitReport } from "../../../server/lint/report/formats/junitReport.ts";
import { CONTEXT, ELSEWHERE, file, finding, MANY, SUPPRESSED } from "./checked.ts";

const PROBLEM = { path: "b.yaml", problem: "b.yaml: no such file" };

describe("the GitHub report", () => {
  it("is an annotation at the place of each finding, and nothing for a clean or suppressed one", () => {
    expect(githubReport([{ ...file("a.yaml", finding()), ...SUPPRESSED }, file("clean.yaml")], CONTEXT)).toBe(
      "::error file=a.yaml,line=9,col=7,endLine=9,endColumn=11,title=Bitlaw conflicting-precision::fp16 and bf16 exclude each other.\n",
    );
    expect(githubReport([], CONTEXT)).toBe("");
  });

  it.each([
    ["error", "::error "],
    ["warning", "::warning "],
    ["information", "::notice "],
    ["hint", "::notice "],
  ] as const)("writes severity %s as %s", (severity, command) => {
    expect(githubReport([file("a.yaml", finding({ severity }))], CONTEXT).startsWith(command)).toBe(true);
  });

  it("has no columns where the lines differ, which the runner would drop", () => {
    const report = githubReport([file("a.yaml", finding({ endLine: 11 }))], CONTEXT);
    expect(report).toMatch(/^::error file=a\.yaml,line=9,endLine=11,title=/);
  });

  it("escapes what the runner reads as its own", () => {
    // In properties % : , and line ends; in the message % and line ends only.
    const report = githubReport(
      [file("a,b: 100%\r\n.yaml", finding({ message: "50 %: a, b\r\n::error::x" }))],
      CONTEXT,
    );
    expect(report).toBe(
      "::error file=a%2Cb%3A 100%25%0D%0A.yaml,line=9,col=7,endLine=9,endColumn=11,title=Bitlaw conflicting-precision::50 %25: a, b%0D%0A::error::x\n",
    );
  });

  it("tells related places in further lines of the message", () => {
    expect(githubReport([file("a.yaml", finding({ related: [ELSEWHERE] }))], CONTEXT)).toMatch(
      /exclude each other\.%0ASee configs\/ds\.json:12:5: bf16 is on here\n$/,
    );
  });

  it("is an error for a file that cannot be used", () => {
    expect(githubReport([], { ...CONTEXT, problems: [PROBLEM] })).toBe(
      "::error file=b.yaml,title=Bitlaw cannot use this file::b.yaml: no such file\n",
    );
  });

  it("has a line for each of ten thousand findings", () => {
    expect(githubReport([MANY], CONTEXT).split("\n")).toHaveLength(10_001);
  });
});

describe("the GitLab report", () => {
  const read = (...files: Parameters<typeof gitlabReport>[0]) => JSON.parse(gitlabReport(files, CONTEXT));

  it("is an empty array for clean files", () => {
    expect(gitlabReport([file("a.yaml")], CONTEXT)).toBe("[]\n");
  });

  it("has the required properties for each finding that is not suppressed", () => {
    expect(read({ ...file("größe/a b%.yaml", finding({ endLine: 10 })), ...SUPPRESSED })).toEqual([
      {
        description: "fp16 and bf16 exclude each other.",
        check_name: "conflicting-precision",
        // The digest of the context is the text; the suppressed one of the same does not count.
        fingerprint: '["conflicting-precision","größe/a b%.yaml","true"]1',
        severity: "critical",
        location: { path: "größe/a b%.yaml", lines: { begin: 9, end: 10 } },
      },
    ]);
  });

  it.each([
    ["error", "critical"],
    ["warning", "major"],
    ["information", "minor"],
    ["hint", "info"],
  ] as const)("writes severity %s as %s", (severity, written) => {
    expect(read(file("a.yaml", finding({ severity })))[0].severity).toBe(written);
  });

  it("names a file below the root from the root, whatever the current folder is", () => {
    const report = gitlabReport([file("../a.yaml", finding())], {
      ...CONTEXT,
      absolute: () => "/repo/configs/a.yaml",
    });
    expect(JSON.parse(report)[0].location.path).toBe("configs/a.yaml");
  });

  it("gives ten thousand findings as many fingerprints", () => {
    const fingerprints = read(MANY).map(({ fingerprint }: { fingerprint: string }) => fingerprint);
    expect(new Set(fingerprints).size).toBe(10_000);
  });
});

describe("the JUnit report", () => {
  it("has a suite for each file: a failing case for a warning, a passing one below it or for a clean file", () => {
    const hint = finding({ rule: "coarse-scaling", severity: "hint", message: "Finer.", line: 3, column: 1 });
    expect(
      junitReport(
        [{ ...file("a.yaml", finding({ related: [ELSEWHERE] }), hint), ...SUPPRESSED }, file("c.yaml")],
        {
          ...CONTEXT,
          problems: [PROBLEM],
        },
      ),
    ).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="bitlaw" tests="4" failures="1" errors="1">
  <testsuite name="b.yaml" tests="1" failures="0" errors="1">
    <testcase name="can be used" classname="b.yaml" file="b.yaml">
      <error message="b.yaml: no such file" type="unusable">b.yaml: no such file</error>
    </testcase>
  </testsuite>
  <testsuite name="a.yaml" tests="2" failures="1" errors="0">
    <testcase name="conflicting-precision" classname="a.yaml" file="a.yaml">
      <failure message="fp16 and bf16 exclude each other." type="error">a.yaml:9:7  error  fp16 and bf16 exclude each other.
  see configs/ds.json:12:5: bf16 is on here</failure>
    </testcase>
    <testcase name="coarse-scaling" classname="a.yaml" file="a.yaml">
      <system-out>a.yaml:3:1  hint  Finer.</system-out>
    </testcase>
  </testsuite>
  <testsuite name="c.yaml" tests="1" failures="0" errors="0">
    <testcase name="no findings" classname="c.yaml" file="c.yaml"/>
  </testsuite>
</testsuites>
`);
  });

  it("is a document without suites where there are no files", () => {
    expect(junitReport([], CONTEXT)).toBe(
      `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="bitlaw" tests="0" failures="0" errors="0"/>\n`,
    );
  });

  it("escapes markup and replaces what XML 1.0 forbids", () => {
    // XML 1.0, 2.2: of the control characters only tab, line feed and carriage return are characters.
    const report = junitReport(
      [file(`a&"<b>'.yaml`, finding({ message: `x < y && "z" \u0000\u001b[31m \ud800 😀 \uffff` }))],
      CONTEXT,
    );
    expect(report).toContain('<testsuite name="a&amp;&quot;&lt;b&gt;&apos;.yaml"');
    expect(report).toContain('message="x &lt; y &amp;&amp; &quot;z&quot; \ufffd\ufffd[31m \ufffd 😀 \ufffd"');
    expect(report).toContain("error  x &lt; y &amp;&amp; &quot;z&quot; \ufffd\ufffd[31m \ufffd 😀 \ufffd</");
  });

  it("gives cases of one rule names of their own, without lines", () => {
    const report = junitReport([file("a.yaml", finding(), finding({ line: 20 }))], CONTEXT);
    expect(report.match(/testcase name="[^"]*"/g)).toEqual([
      'testcase name="conflicting-precision"',
      'testcase name="conflicting-precision (2)"',
    ]);
  });

  it("has a case for each of ten thousand findings", () => {
    expect(junitReport([MANY], CONTEXT).match(/<failure /g)).toHaveLength(10_000);
  });
});
