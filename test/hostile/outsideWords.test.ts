import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { ConfigLanguage } from "../../server/config/document/ConfigDocument.ts";
import type { ConfigNode, Span } from "../../server/config/document/ConfigNode.ts";
import { languageOf } from "../../server/config/document/languageOf.ts";
import { parseConfig } from "../../server/config/document/parseConfig.ts";
import { analyse } from "../../server/lint/analyse.ts";
import { CsvLog } from "../../server/science/stability/logs/CsvLog.ts";
import { LogProblems } from "../../server/science/stability/logs/LogProblems.ts";
import { workspaceOf } from "../workspaceOf.ts";
import { expectReportable } from "./expectSound.ts";
import { lookupsOf } from "./lookupsOf.ts";

/** Stands for any word from outside; each table with a prototype in which it is looked up is found. */
const WORD = "outsideword";

const FIXTURES = new URL("../fixtures/", import.meta.url);

const configs = readdirSync(FIXTURES).map((dialect) => {
  const folder = new URL(`${dialect}/`, FIXTURES);
  const texts = readdirSync(folder)
    .filter((name) => /^(?:full\.(?:ya?ml|json|toml)|.*-torchrun\.sh|.*\.slurm)$/.test(name))
    .map((name) => ({ name, text: readFileSync(new URL(name, folder), "utf8") }));
  return { dialect, texts: texts.map(({ name, text }) => ({ text, language: languageOf(name, text) })) };
});

/** The places of all keys and plain values. */
function wordsIn(node: ConfigNode): readonly Span[] {
  if (node.kind === "scalar") return [node.span];
  if (node.kind === "list") return node.items.flatMap(({ value }) => wordsIn(value));
  return node.entries.flatMap(({ keySpan, value }) => [keySpan, ...wordsIn(value)]);
}

/** The text with each of its keys and values replaced by the word, one at a time. */
function* withWord(text: string, language: ConfigLanguage): Generator<string> {
  const parsed = parseConfig(text, language);
  if (!parsed.ok) throw new Error(parsed.failure.message);
  for (const { start, end } of parsed.documents.flatMap(({ root }) => wordsIn(root))) {
    if (end <= start) continue;
    const quote =
      /^["']/.exec(text.slice(start))?.[0] ?? (language === "json" || language === "toml" ? '"' : "");
    yield `${text.slice(0, start)}${quote}${WORD}${quote}${text.slice(end)}`;
  }
}

describe.each(configs)("A word in $dialect", ({ texts }) => {
  it("is looked up in no table that has a prototype", () => {
    expect(texts).not.toEqual([]);
    for (const { text, language } of texts)
      for (const changed of withWord(text, language))
        expect(lookupsOf(WORD, () => analyse(changed, language))).toEqual([]);
  });
});

/** A run, and a project file with every kind of setting around it. */
const RUN = configs.find(({ dialect }) => dialect === "axolotl")?.texts[0]?.text ?? "";
const PROJECT = `rules:
  coarse-scaling: error
thresholds:
  overtrained-for-format:
    ratio: 2
declare:
  hardware: h100
laws:
  disable: [sun-2025]
ignore: ["a/**"]
overrides:
  - files: ["b/**"]
    rules:
      coarse-scaling: off
    declare:
      tokens: 2T
`;

describe("A word in a project file", () => {
  it("is looked up in no table that has a prototype", () => {
    for (const changed of withWord(PROJECT, "yaml")) {
      const workspace = workspaceOf({ ".bitlaw.yaml": changed }, ".bitlaw.yaml");
      expect(lookupsOf(WORD, () => analyse(changed, "yaml", { workspace }))).toEqual([]);
      const around = workspaceOf({ ".bitlaw.yaml": changed }, "train.yaml");
      expect(lookupsOf(WORD, () => analyse(RUN, "yaml", { workspace: around }))).toEqual([]);
    }
  });
});

describe("A word in a comment", () => {
  it.each([
    `${WORD}=1`,
    ...["hardware", "weights", "tokens", "method", "activations", "stage", "framework_version"].map(
      (name) => `${name}=${WORD}`,
    ),
    `${WORD}_version=1.2`,
    `disable ${WORD}`,
    `disable=${WORD}`,
  ])("is looked up in no table that has a prototype: %s", (comment) => {
    const text = `# bitlaw: ${comment}\n# bitlaw-disable-next-line ${WORD}\n${RUN}`;
    expect(lookupsOf(WORD, () => expectReportable(text, "yaml"))).toEqual([]);
  });
});

describe("A word in a log", () => {
  it("is looked up in no table that has a prototype", () => {
    const problems = () => new LogProblems();
    const rows = (header: string, cells: string) =>
      lookupsOf(WORD, () => {
        const log = new CsvLog("log.csv", problems());
        for (const [i, text] of [header, cells].entries())
          log.add({ text, line: i + 1, ended: true, tooLong: false });
        log.end();
      });
    const names = ["step", "loss", "format", "seed", "lr", "run"];
    const cells = ["1", "2.5", "bf16", "1", "1e-3", "a"];
    for (const place of names.keys()) {
      expect(rows(names.with(place, WORD).join(","), cells.join(","))).toEqual([]);
      expect(rows(names.join(","), cells.with(place, WORD).join(","))).toEqual([]);
    }
  });
});
