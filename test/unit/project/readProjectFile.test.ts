import { describe, expect, it } from "vitest";
import { readProjectFile } from "../../../server/lint/project/readProjectFile.ts";

function read(text: string, path = ".bitlaw.yaml") {
  return readProjectFile({ path, text });
}

/** Each problem as the text that it marks and its first suggestion. */
function problems(text: string, path?: string) {
  return read(text, path).problems.map(({ span, suggestions }) => [
    text.slice(span.start, span.end),
    suggestions[0],
  ]);
}

describe("A project file", () => {
  it("is read with the place of every setting", () => {
    const text = "rules:\n  coarse-scaling: off\ndeclare: { tokens: 2T }\nlaws: { use: [sun-2025] }\n";
    const { layers, problems: found } = read(text);
    const [top] = layers;
    expect(found).toEqual([]);
    expect(top?.content.rules.get("coarse-scaling")).toEqual({
      value: "off",
      at: { start: 9, end: 23, file: ".bitlaw.yaml" },
    });
    expect(top?.content.declarations.declared.get("tokens")?.value).toBe(2e12);
    expect(top?.content.use?.value.map(({ value }) => value)).toEqual(["sun-2025"]);
  });

  it.each(["", "# nothing yet\n", "rules:\n", "---\n", "extends:\nignore:\noverrides:\n"])(
    "says nothing and has no problem where it is empty: %j",
    (text) => {
      expect(read(text).problems).toEqual([]);
    },
  );

  it("as JSON is read in the same way", () => {
    const text = '{"rules": {"coarse-scaling": "off"}, "declare": {"world_size": 64}}';
    const [top] = read(text, ".bitlaw.json").layers;
    expect(top?.content.rules.get("coarse-scaling")?.value).toBe("off");
    expect(top?.content.declarations.declared.get("world_size")?.value).toBe(64);
    expect(problems('{"rules": {"coarse-scaling": "of"}}', ".bitlaw.json")).toEqual([['"of"', '"off"']]);
    expect(problems('{"rules": {"coarse-scaling": false}}', ".bitlaw.json")).toEqual([["false", '"off"']]);
  });

  it.each([
    ["rule: { coarse-scaling: off }", "rule", "rules"],
    ["rules: { coarse-scalings: off }", "coarse-scalings", "coarse-scaling"],
    ["rules: { coarse-scaling: warn }", "warn", "warning"],
    ["rules: { coarse-scaling: info }", "info", "information"],
    ["rules: { coarse-scaling: no }", "no", "off"],
    ["rules: { coarse-scaling: false }", "false", "off"],
    ["rules:\n  coarse-scaling:\n", "coarse-scaling", undefined],
    ["rules: { coarse-scaling: {} }", "coarse-scaling", undefined],
    ["declare: { world_size: }", "world_size", undefined],
    ["declare: { world_sise: 64 }", "world_sise", "world_size"],
    ["declare: { hardware: h1000 }", "h1000", "h100"],
    ["declare: { stage: 'pretrian' }", "pretrian", "pretrain"],
    ["declare: { world_size: 6.5 }", "6.5", undefined],
    ["laws: { uses: [sun-2025] }", "uses", "use"],
    ["suppressions: [{ rules: [loss-scalin] }]", "loss-scalin", "loss-scaling"],
    ["overrides: [{ files: [a], rule: {} }]", "rule", "rules"],
    ["ignore: archive/", "archive/", undefined],
    ["ignore: [../other]", "../other", undefined],
    ["ignore: ['*a*b*c*d*e*f']", "'*a*b*c*d*e*f'", undefined],
    ["rules: [coarse-scaling]", "rules", undefined],
    ["rules: { coarse-scaling: off, coarse-scaling: error }", "coarse-scaling", undefined],
    ["ignore: [a/]\nrules: {}\nignore: [b/]\n", "ignore", undefined],
  ])("names the place of a mistake and what may be meant: %s", (text, place, suggestion) => {
    expect(problems(text)).toEqual([[place, suggestion]]);
  });

  it("with a mistake is read for the rest", () => {
    const text =
      "rules: { coarse-scaling: no, loss-scaling: error }\ndeclare: { hardware: h1000, world_size: 64 }\n";
    const [top] = read(text).layers;
    expect([...(top?.content.rules.keys() ?? [])]).toEqual(["loss-scaling"]);
    expect([...(top?.content.declarations.declared.keys() ?? [])]).toEqual(["world_size"]);
  });

  it("an override whose patterns cannot be used is for no file, and not for all", () => {
    expect(read("overrides: [{ files: [../x], rules: { coarse-scaling: off } }]").layers).toHaveLength(1);
    expect(read("suppressions: [{ files: [], rules: [loss-scaling] }]").suppressions).toEqual([]);
  });
});

describe("Hostile input is a problem and never an exception:", () => {
  const bombs = Array.from(
    { length: 12 },
    (_, i) => `a${i}: &a${i} [${`*a${i - 1},`.repeat(i > 0 ? 9 : 0)}]`,
  );
  it.each([
    ["a syntax error", "rules: {"],
    ["nested far too deep", "[".repeat(20_000)],
    ["nested aliases", `${bombs.join("\n")}\nignore: *a11\n`],
    ["far too large", "#".repeat(600_000)],
    ["binary", "rules:\u0000"],
    ["two documents", "rules: {}\n---\nrules: {}\n"],
    ["a list", "- rules"],
    ["a number", "7"],
    ["keys of the prototype", "__proto__: 1\nconstructor: 2\nrules: { __proto__: error, toString: off }"],
    ["keys that are no text", "? [a]\n: 1\n? {b: c}\n: 2\nrules: 1\n"],
    [
      "every value of the wrong type",
      "extends: {}\nrules: 1\ndeclare: []\nlaws: x\nthresholds: 2\nignore: {}\nsuppressions: 3\noverrides: 4\n",
    ],
    [
      "lists of the wrong things",
      "extends: [1, {}]\nignore: [[], 3]\nsuppressions: [1]\noverrides: [null, [x]]\nlaws: { use: [{}], files: [7] }\n",
    ],
  ])("%s", (_, text) => {
    const { problems: found } = read(text);
    expect(found.length).toBeGreaterThan(0);
    for (const { span } of found) {
      expect(span.file).toBe(".bitlaw.yaml");
      expect(span.start).toBeLessThanOrEqual(span.end);
      expect(span.end).toBeLessThanOrEqual(text.length);
    }
  });
});

describe("A threshold of a project file", () => {
  const COARSE = "thresholds: { coarse-scaling: ";

  it.each([
    [`${COARSE}{ gian: 0.01 } }`, "gian", "gain", "has no threshold `gian`. Known: gain, gap."],
    [`${COARSE}{ gain: 2 } }`, "2", undefined, "must be at most 1."],
    [`${COARSE}{ gain: -0.1 } }`, "-0.1", undefined, "must be at least 0."],
    [`${COARSE}{ gain: much } }`, "much", undefined, "must be a number."],
    ["thresholds: { coarse-scalin: { gain: 0.01 } }", "coarse-scalin", "coarse-scaling", "is not a rule"],
    ["thresholds: { loss-scaling: { gain: 0.01 } }", "loss-scaling", undefined, "has no thresholds"],
    [
      "overrides: [{ files: [a], thresholds: { low-precision-accumulation: { eror: 0.1 } } }]",
      "eror",
      "error",
      "has no threshold `eror`. Known: error.",
    ],
  ])("that cannot be used is marked: %s", (text, marked, suggestion, words) => {
    const found = read(text).problems;
    expect(problems(text)).toEqual([[marked, suggestion]]);
    expect(found[0]?.message).toContain(words);
  });

  it.each(["0", "1", "0.01", "1e-3"])("may be any number in its range: %s", (number) => {
    const { problems: found, layers } = read(`${COARSE}{ gain: ${number} } }`);
    expect(found).toEqual([]);
    const numbers = layers[0]?.content.thresholds.get("coarse-scaling");
    expect(numbers?.get("gain")?.value).toBe(Number(number));
  });
});

it.each(["./x", "../x", "/x", "a//b", "", ".", "x/../y"])(
  "patterns take any path, those that are none included: %j",
  (path) => {
    const [ignored] = read("ignore: [never]").ignore;
    expect(ignored?.value.has(path)).toBe(false);
  },
);

it.each(["[", "a\\", "[z-a]", "/", "!", "(a+)+$", "[[:alpha:]]", "***"])(
  "patterns that mean little are no exception: %s",
  (pattern) => {
    const [ignored] = read(JSON.stringify({ ignore: [pattern] }), ".bitlaw.json").ignore;
    expect(typeof ignored?.value.has("some/config.yaml")).toBe("boolean");
  },
);
