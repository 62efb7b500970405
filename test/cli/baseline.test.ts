import { readdirSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { Ajv } from "ajv";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { CLEAN, CONFLICTING } from "../protocol/configs.ts";
import { Workplace } from "./runBitlaw.ts";

const schema = JSON.parse(
  readFileSync(new URL("../../schemas/baseline.schema.json", import.meta.url), "utf8"),
);
const valid = new Ajv({ strict: true }).compile(schema);

let place: Workplace;

beforeEach(() => {
  place = new Workplace();
  place.write({ "runs/a.yaml": CONFLICTING, "runs/b.yaml": CONFLICTING, "runs/clean.yaml": CLEAN });
});

afterEach(() => place.remove());

const BASELINE = ["--baseline", "known.json"];

function check(...args: readonly string[]) {
  return place.run("check", ...BASELINE, ...args);
}

/** The baseline on disk, checked against its schema. */
function written() {
  const baseline = JSON.parse(readFileSync(path.join(place.folder, "known.json"), "utf8"));
  expect(valid(baseline), JSON.stringify(valid.errors)).toBe(true);
  return baseline.findings;
}

describe("A baseline", () => {
  it("is written sorted, whole and with the findings of today, which are quiet from then on", () => {
    expect(check("--update-baseline", "runs")).toEqual({
      code: 0,
      out: "",
      error: "2 findings written to known.json\n",
    });
    // The finding of CONFLICTING underlines line 9, columns 7 to 11: the value of `fp16: true`.
    expect(written()).toEqual(
      ["runs/a.yaml", "runs/b.yaml"].map((file) => ({
        path: file,
        rule: "conflicting-precision",
        source: "true",
        count: 1,
      })),
    );
    expect(readdirSync(place.folder).sort()).toEqual(["known.json", "runs"]);
    expect(check("runs")).toEqual({ code: 0, out: "", error: "" });
    expect(JSON.parse(check("--format", "json", "runs").out).files[0].findings).toEqual([]);
  });

  it("stays true when lines move", () => {
    check("--update-baseline", "runs");
    place.write({ "runs/a.yaml": `# a comment\n\n${CONFLICTING}` });
    expect(check("runs")).toEqual({ code: 0, out: "", error: "" });
  });

  it("lets new findings fail: in another file, and another one of the same kind in a known file", () => {
    check("--update-baseline", "runs");
    place.write({ "runs/new.yaml": CONFLICTING, "runs/a.yaml": `${CONFLICTING}---\n${CONFLICTING}` });
    const { code, out } = check("runs");
    expect(
      out
        .trim()
        .split("\n")
        .map((line) => line.split("  ")[0]),
    ).toEqual([
      // CONFLICTING has as many lines as its text says, and one more for `---`; its finding is in line 9.
      `runs/a.yaml:${CONFLICTING.split("\n").length + 9}:7`,
      "runs/new.yaml:9:7",
    ]);
    expect(code).toBe(1);
  });

  it("says which of its findings are fixed, be the file mended or gone, and drops them when told to", () => {
    check("--update-baseline", "runs");
    place.write({ "runs/a.yaml": CLEAN });
    expect(check("runs")).toEqual({
      code: 0,
      out: "",
      error: "1 finding of the baseline is fixed; run the check with --update-baseline to drop it\n",
    });
    rmSync(path.join(place.folder, "runs/b.yaml"));
    expect(check("runs").error).toMatch(/^2 findings of the baseline are fixed; .* to drop them\n$/);
    check("--update-baseline", "runs");
    expect(written()).toEqual([]);
  });

  it("keeps what it knows of files that are not checked this time", () => {
    check("--update-baseline", "runs");
    expect(check("runs/clean.yaml")).toEqual({ code: 0, out: "", error: "" });
    place.write({ "runs/a.yaml": CLEAN });
    check("--update-baseline", "runs/a.yaml");
    expect(written()).toMatchObject([{ path: "runs/b.yaml" }]);
  });

  it("names files relative to its own folder, wherever the check runs", () => {
    check("--update-baseline", "runs");
    expect(place.runWith({ from: "runs" }, "check", "--baseline", "../known.json").code).toBe(0);
  });

  it("that is not there is a problem, with what to do", () => {
    expect(check("runs")).toEqual({
      code: 2,
      out: "",
      error: "--baseline known.json: there is no such file; write it with --update-baseline\n",
    });
  });

  it.each([
    ["{", "JSON"],
    ["[]", "`version`"],
    ['{"version": 2, "findings": []}', "`version`"],
    ['{"version": 1, "findings": {}}', "`findings` is not a list"],
    ['{"version": 1, "findings": [{"path": "a", "rule": "b", "source": "c", "count": 0}]}', "entry 1"],
  ])("that is broken is a problem, and is not written over: %s", (text, says) => {
    place.write({ "known.json": text });
    for (const more of [[], ["--update-baseline"]]) {
      const { code, out, error } = check(...more, "runs");
      expect(error).toMatch(
        /^--baseline known\.json: this is no baseline of Bitlaw \(.*\); restore it, .*\n$/,
      );
      expect(error).toContain(says);
      expect({ code, out }).toEqual({ code: 2, out: "" });
    }
    expect(readFileSync(path.join(place.folder, "known.json"), "utf8")).toBe(text);
  });

  it("has to be named to be written", () => {
    expect(place.run("check", "--update-baseline", "runs")).toEqual({
      code: 2,
      out: "",
      error: "--update-baseline: say which one with --baseline FILE\n",
    });
  });

  it("that cannot be written is a problem", () => {
    place.write({ file: "" });
    expect(place.run("check", "--baseline", "file/known.json", "--update-baseline", "runs")).toMatchObject({
      code: 2,
      error: expect.stringMatching(/^--baseline file\/known\.json: /),
    });
  });
});
