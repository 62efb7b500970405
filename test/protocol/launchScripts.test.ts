import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { TextDocument } from "vscode-languageserver-textdocument";
import { withClient } from "./withClient.ts";

const example = (name: string) => readFileSync(new URL(`../../examples/${name}`, import.meta.url), "utf8");
const SCRIPT = example("launch.megatron.sh");
const FILE = "file:///work/launch.sh";
const placeOf = (text: string, words: string) =>
  TextDocument.create(FILE, "shellscript", 0, text).positionAt(text.indexOf(words));

it("A launch script has diagnostics, hovers at its flags, and a fix of one word", () =>
  withClient({}, async (client) => {
    await client.open(FILE, SCRIPT, "shellscript");
    expect(await client.rules(FILE)).toEqual(["conflicting-precision"]);
    for (const words of ["--train-iters", "20000", "--hidden-size", "2048"]) {
      const hover = await client.hover(FILE, placeOf(SCRIPT, words));
      expect(hover?.contents, words).toMatchObject({ value: expect.stringContaining("1.1B parameters") });
    }
    const start = placeOf(SCRIPT, "mxfp8\n");
    const [fix] = await client.actions(FILE, { start, end: start });
    expect(fix).toMatchObject({ title: "Set --fp8-format e4m3 (changes the run)" });
    const at = placeOf(SCRIPT, "hybrid\n");
    expect(JSON.stringify(fix)).toContain(
      JSON.stringify({
        range: { start: at, end: { ...at, character: at.character + "hybrid".length } },
        newText: "e4m3",
      }),
    );
  }));

it.each(["toml", "plaintext"])("TOML is read in the language %s", (languageId) =>
  withClient({}, async (client) => {
    const uri = "file:///work/run.toml";
    await client.open(uri, example("old-converter.torchtitan.toml"), languageId);
    expect(await client.rules(uri)).toEqual(["conflicting-precision"]);
  }),
);

it("A script that starts no training has nothing, and becomes one as it is written", () =>
  withClient({}, async (client) => {
    await client.open(FILE, "#!/bin/sh\n./configure && make install\n", "shellscript");
    expect(await client.rules(FILE)).toEqual([]);
    expect(await client.hover(FILE, { line: 1, character: 4 })).toBeNull();
    await client.change(FILE, { text: SCRIPT });
    expect(await client.rules(FILE)).toEqual(["conflicting-precision"]);
  }));
