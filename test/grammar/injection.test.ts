import { readFile } from "node:fs/promises";
import { describe, expect, test } from "vitest";
import { namedFormats } from "../../server/science/formats/namedFormats.ts";
import { type Token, tokenize } from "./tokenize.ts";

const fixtures = [
  ["values.yaml", "source.yaml"],
  ["foreign.yaml", "source.yaml"],
  ["declarations.yaml", "source.yaml"],
  ["values.json", "source.json"],
  ["values.jsonc", "source.json.comments"],
] as const;

describe.each(fixtures)("%s", (file, scopeName) => {
  test("gets exactly the scopes in its snapshot", async () => {
    const text = await read(`fixtures/${file}`);
    const tokens = await tokenize(text, scopeName, true);
    await expect(annotated(text, tokens)).toMatchFileSnapshot(`snapshots/${file}.txt`);
  });

  test("keeps the scopes of everything else", async () => {
    const text = await read(`fixtures/${file}`);
    const [before, after] = await Promise.all([
      tokenize(text, scopeName, false),
      tokenize(text, scopeName, true),
    ]);
    expect(unmarked(text, after, after)).toEqual(unmarked(text, before, after));
  });
});

test("both grammars know the same precision literals", async () => {
  const literals = await Promise.all(
    ["injection", "injection.legacy"].map(async (name) => {
      const grammar = await readFile(new URL(`../../syntaxes/bitlaw.${name}.json`, import.meta.url), "utf8");
      return Array.from(grammar.matchAll(/\(\?i:(\(\?:torch.*?\|nf4)\)/g), (match) => match[1]);
    }),
  );
  expect(literals.map((found) => found.length)).toEqual([3, 2]);
  expect(new Set(literals.flat()).size).toBe(1);
});

const marked = namedFormats.flatMap(({ highlighted = [] }) => highlighted);

test.each(marked)(
  "marks %s with and without quotes, in JSON, in a list and in a declaration",
  async (word) => {
    const yaml = `plain: ${word}\nquoted: "${word}"\nlist: [a, ${word}]\n# bitlaw: weights=${word}\n`;
    expect(words(yaml, await tokenize(yaml, "source.yaml", true))).toEqual([word, word, word, word]);
    const json = `{ "value": "${word}" }`;
    expect(words(json, await tokenize(json, "source.json", true))).toEqual([word]);
  },
);

test("marks the formats that have a name and a fixed scale", () => {
  expect(marked).toEqual(expect.arrayContaining(["mxfp8", "mxfp6", "mxfp4", "mxint8", "nvfp4", "nf4"]));
});

/** The texts that are marked as a precision. */
function words(text: string, tokens: Token[][]): string[] {
  return text
    .split("\n")
    .flatMap((line, index) =>
      (tokens[index] ?? [])
        .filter(({ scopes }) => scopes.includes("constant.language.precision.bitlaw"))
        .map(({ start, end }) => line.slice(start, end)),
    );
}

function read(file: string): Promise<string> {
  return readFile(new URL(file, import.meta.url), "utf8");
}

/** Each line of the text, and below it the scopes that are ours. */
function annotated(text: string, tokens: Token[][]): string {
  return text
    .split("\n")
    .flatMap((line, index) => [
      `>${line}`,
      ...(tokens[index] ?? []).filter(isOurs).map(({ start, end, scopes }) => {
        const ours = scopes.filter((scope) => scope.endsWith(".bitlaw"));
        return `${" ".repeat(start + 1)}${"^".repeat(end - start)} ${ours.join(" ")}`;
      }),
    ])
    .join("\n");
}

function isOurs(token: Token): boolean {
  return token.scopes.some((scope) => scope.endsWith(".bitlaw"));
}

/** The scopes of every character but white space and those that `marks` gives a scope of ours. */
function unmarked(text: string, tokens: Token[][], marks: Token[][]): string[] {
  return text.split("\n").flatMap((line, index) =>
    Array.from(line, (character, column) => {
      const covers = (token: Token) => token.start <= column && column < token.end;
      if (character === " " || marks[index]?.find(covers)?.scopes.some((scope) => scope.endsWith(".bitlaw")))
        return [];
      return [`${index + 1}:${column + 1} ${character} ${tokens[index]?.find(covers)?.scopes.join(" ")}`];
    }).flat(),
  );
}
