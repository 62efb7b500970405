import { describe, expect, it } from "vitest";
import type { FileAnswer } from "../../../server/config/workspace/Workspace.ts";
import { isLawPath, readProjectLaws } from "../../../server/lint/project/ProjectLaws.ts";
import { lawProblemText } from "../../../server/lint/project/SchemaFailure.ts";
import { ownLaw } from "../../ownLaw.ts";

function read(files: Readonly<Record<string, string>>) {
  const answers = new Map<string, FileAnswer>(
    Object.entries(files).map(([path, text]) => [path, { kind: "file", file: { path, text } }]),
  );
  const { laws, problems } = readProjectLaws(answers);
  return { names: laws.map(({ file }) => file.name), problems: problems.map(lawProblemText) };
}

describe("Project law files", () => {
  it("lie in .bitlaw/laws, not below it, and end in .json", () => {
    expect(isLawPath(".bitlaw/laws/own.json")).toBe(true);
    for (const path of ["own.json", ".bitlaw/own.json", ".bitlaw/laws/old/own.json", ".bitlaw/laws/own.md"])
      expect(isLawPath(path), path).toBe(false);
  });

  it("become laws", () => {
    expect(read({ "a.json": ownLaw(), "b.json": ownLaw({ name: "other" }) })).toEqual({
      names: ["own-fit", "other"],
      problems: [],
    });
  });

  it("may carry what a fit writes", () => {
    const fit = { table: "runs.csv", rows: 12, seed: 1, residual: 0.01, method: "huber", starts: 500 };
    const intervals = { alpha: [0.2, 0.3] };
    const covariance = { names: ["alpha"], matrix: [[0.001]] };
    expect(read({ "a.json": ownLaw({ fit, intervals, covariance }) }).problems).toEqual([]);
  });

  it.each([
    // The name is on line 3 of the file, after `$schema`; trust on line 13.
    [
      { name: "kumar-2024" },
      /^a\.json:3:3: `kumar-2024` is the name of a published law: give this law another name\.$/,
    ],
    [{ name: "My Law" }, /^a\.json:3:3: `name` must match /],
    [{ form: "tea" }, /^a\.json:4:3: `form` must be one of "kumar", "sun", /],
    [{ trust: "D" }, /^a\.json:\d+:3: `trust` must be one of "A", "B", "C", "own"\.$/],
    [
      { colour: "blue" },
      /^a\.json:\d+:3: The law file has no field `colour`: remove it, or correct its name\.$/,
    ],
    [{ constants: { n: 1 } }, /^a\.json:\d+:3: `constants` lacks `alpha`: add it\.$/],
    [{ constants: { n: "1" } }, /^a\.json:\d+:5: `constants\.n` must be of the type number\.$/],
    [{ domain: { tokens: [9, 1] } }, /^a\.json:\d+:5: `domain\.tokens` must have the minimum first/],
    [{ notes: [" "] }, /^a\.json:\d+:\d+: `notes\.0` must not be empty\.$/],
  ])("that are wrong are not used, and say where and what to do (%#)", (changes, message) => {
    const { names, problems } = read({ "a.json": ownLaw(changes) });
    expect(names).toEqual([]);
    expect(
      problems.some((problem) => message.test(problem)),
      problems.join("\n"),
    ).toBe(true);
  });

  it("whose name is taken by another file are refused", () => {
    expect(read({ "a.json": ownLaw(), "b.json": ownLaw() })).toEqual({
      names: ["own-fit"],
      problems: ["b.json:3:3: `own-fit` is the name of the law in a.json: give this law another name."],
    });
  });

  it.each([
    ["", /^a\.json:1:1: The file is empty/],
    ["[]", /^a\.json:1:1: The law file must be of the type object\.$/],
    ["{", /^a\.json:1:1: /],
    ['{\n  // mine\n  "name": "x"\n}', /^a\.json:2:3: A comment is not JSON\./],
    ["null", /^a\.json:1:1: The law file must be of the type object\.$/],
    ["\u0000", /^a\.json:1:1: The file is binary/],
  ])("that are no law files at all say so (%#)", (text, message) => {
    const { names, problems } = read({ "a.json": text });
    expect(names).toEqual([]);
    expect(problems[0]).toMatch(message);
  });
});
