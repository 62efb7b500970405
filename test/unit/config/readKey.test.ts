import { describe, expect, it } from "vitest";
import type { DialectFile, LoaderFile } from "../../../server/config/dialect/Dialect.ts";
import { KeyReadings, spelling } from "../../../server/config/dialect/readKey.ts";
import { covered, documentOf } from "./parsed.ts";

const dialect: DialectFile = {
  id: "toy",
  name: "Toy",
  source: "example@0",
  languages: ["yaml", "json"],
  loader: {
    name: "OmegaConf",
    scalars: "omegaconf",
    interpolation: "omegaconf",
    duplicateKeys: "last",
    misreadNumber: { severity: "off", because: "it is a toy" },
  },
  roots: [""],
  detection: { threshold: 1, signals: [] },
  keys: {
    steps: { paths: ["steps", "train.steps"], type: "number", unset: [-1], default: 100 },
    dtype: { paths: ["dtype"], type: "word", words: ["bf16", "fp32"], default: "fp32" },
    half: { paths: ["half"], type: "flag", default: true, nullMeans: false },
    bits: { paths: ["groups.*.bits"], type: "number" },
  },
  settings: [],
  conflicts: [],
  choices: {},
};

function readingsOf(text: string, loader: Partial<LoaderFile> = {}, language: "yaml" | "json" = "yaml") {
  const document = documentOf(text, language);
  const toy = { ...dialect, loader: { ...dialect.loader, ...loader } };
  return { document, readings: new KeyReadings(toy, document.root, language) };
}

describe("the value in force", () => {
  it.each<[string, string, string, unknown]>([
    ["is what the file states", "steps: 7\n", "steps", 7],
    ["is the default where the file states nothing", "other: 1\n", "steps", 100],
    ["is the default for null", "steps:\n", "steps", 100],
    ["is the default for a value that means left out", "steps: -1\n", "steps", 100],
    ["is what an explicit null stands for", "half:\n", "half", false],
    ["is the default of such a key where it is absent", "other: 1\n", "half", true],
    ["comes from the first path that has a value", "steps:\ntrain: {steps: 9}\n", "steps", 9],
    ["may stand under any key", "groups: {a: {bits: 4}}\n", "bits", 4],
    ["is null where there is neither value nor default", "other: 1\n", "bits", null],
    ["is not known for a map", "dtype: {a: 1}\n", "dtype", undefined],
  ])("%s", (_, text, key, expected) => {
    expect(readingsOf(text).readings.word(key)).toBe(expected);
  });
});

describe("a reference of OmegaConf", () => {
  it("leads to the value, with the use site on the way", () => {
    const { document, readings } = readingsOf("shared: {a: {s: 5_000}}\nsteps: ${shared.a.s}\n");
    const reading = readings.stated("steps");
    expect(readings.word("steps")).toBe(5000);
    expect(reading && covered(document, reading.span)).toBe("5_000");
    expect(reading?.via.map((span) => covered(document, span))).toEqual(["${shared.a.s}"]);
  });

  it("may lead through other references", () => {
    expect(readingsOf("a: 3\nb: ${a}\nsteps: ${b}\n").readings.word("steps")).toBe(3);
  });

  it.each([
    ["to nothing", "${missing.key}", /does not lead to a value in this file/],
    ["to a map", "${shared}", /does not lead to a value in this file/],
    ["to itself", "${steps}", /refers to itself/],
    ["to the environment", "${oc.env:STEPS,5}", /filled in when the run starts/],
    ["to a missing sibling", "${.other}", /does not lead to a value in this file/],
    ["that is never closed", "x${shared.a", /if OmegaConf can read it/],
    ["to the command line", "???", /mandatory \(`\?\?\?`\) and set elsewhere/],
  ])("%s is not resolved, with the reason", (_, written, because) => {
    const { readings } = readingsOf(`shared: {a: 1}\nsteps: ${written}\n`);
    expect(readings.word("steps")).toBeUndefined();
    expect(readings.stated("steps")?.unresolved).toMatch(because);
  });
});

describe("other loaders", () => {
  it("with environment variables leave them open", () => {
    const { readings } = readingsOf("steps: ${STEPS}\n", { interpolation: "environment" });
    expect(readings.stated("steps")?.unresolved).toMatch(/filled in when the run starts/);
  });

  it("without interpolation read the text as it stands", () => {
    const { readings } = readingsOf("steps: 10${STEPS}\ndtype: ???\n", { interpolation: "none" });
    expect(readings.word("steps")).toBe("10${STEPS}");
    expect(readings.word("dtype")).toBe("???");
  });

  it("without interpolation take a variable alone for a placeholder of a template", () => {
    const { readings } = readingsOf("steps: ${STEPS}\n", { interpolation: "none" });
    expect(readings.word("steps")).toBeUndefined();
    expect(readings.stated("steps")?.unresolved).toBe("`${STEPS}` is a placeholder, to be filled in");
  });

  it("read JSON files by the rules of JSON", () => {
    const pyyaml = { scalars: "pyyaml", interpolation: "none" } as const;
    expect(readingsOf('{"steps": 1e3}', pyyaml, "json").readings.word("steps")).toBe(1000);
    expect(readingsOf("steps: 1e3\n", pyyaml).readings.word("steps")).toBe("1e3");
  });
});

describe("an unknown word", () => {
  it("is told from known ones in any case, and from null", () => {
    expect(readingsOf("dtype: fp61\n").readings.isUnknownWord("dtype")).toBe(true);
    expect(readingsOf("dtype: BF16\n").readings.isUnknownWord("dtype")).toBe(false);
    expect(readingsOf("dtype:\n").readings.isUnknownWord("dtype")).toBe(false);
    expect(readingsOf("half: maybe\n").readings.isUnknownWord("half")).toBe(true);
    expect(readingsOf("half: yes\n").readings.isUnknownWord("half")).toBe(false);
  });
});

describe("the spelling of a key", () => {
  it("is the file's own, with the map above where the last step alone says nothing", () => {
    expect(spelling(readingsOf("train: {steps: 1}\n").readings, "steps")).toBe("steps");
    expect(spelling(readingsOf("groups: {a: {bits: 4}}\n").readings, "bits")).toBe("a.bits");
  });

  it("is the one that fits the file's maps where the key is absent", () => {
    const { document } = readingsOf("train: {lr: 1}\n");
    const keys = { seed: { paths: ["ARGS.--seed", "seed"], type: "number" } } as const;
    expect(spelling(new KeyReadings({ ...dialect, keys }, document.root, "yaml"), "seed")).toBe("seed");
  });
});
