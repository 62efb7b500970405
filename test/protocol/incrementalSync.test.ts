import { expect, it } from "vitest";
import type { Range, TextDocumentContentChangeEvent } from "vscode-languageserver/node";
import { TextDocument } from "vscode-languageserver-textdocument";
import { randomNumbers } from "../randomNumbers.ts";
import { CONFLICTING } from "./configs.ts";
import type { TestClient } from "./TestClient.ts";
import { withClient } from "./withClient.ts";

const FILE = "file:///work/edited.yaml";
const FRESH = "file:///work/fresh.yaml";

/** Diagnostics of a document as edited, and of its text opened afresh. */
async function edited(
  client: TestClient,
  text: string,
  versions: readonly (readonly TextDocumentContentChangeEvent[])[],
) {
  await client.open(FILE, text);
  await client.pull(FILE);
  let document = TextDocument.create(FILE, "yaml", 1, text);
  for (const [i, changes] of versions.entries()) {
    document = TextDocument.update(document, [...changes], i + 2);
    await client.change(FILE, ...changes);
  }
  await client.open(FRESH, document.getText());
  const result = {
    after: await client.pull(FILE),
    fresh: await client.pull(FRESH),
    text: document.getText(),
  };
  await client.close(FILE);
  await client.close(FRESH);
  const inFile = (value: unknown) => JSON.parse(JSON.stringify(value).replaceAll(FRESH, FILE));
  return { ...result, fresh: inFile(result.fresh) };
}

function range(line: number, character: number, endLine: number, endCharacter: number): Range {
  return { start: { line, character }, end: { line: endLine, character: endCharacter } };
}

it("Several ranges in one change apply one after the other", () =>
  withClient({}, async (client) => {
    const { after, fresh, text } = await edited(client, CONFLICTING, [
      [
        { range: range(0, 0, 0, 0), text: "# first\n# second\n" },
        { range: range(0, 0, 1, 0), text: "" },
        { range: range(9, 6, 9, 10), text: "false" },
        { range: range(9, 6, 9, 11), text: "true" },
      ],
    ]);
    expect(text).toBe(`# second\n${CONFLICTING}`);
    expect(after).toEqual(fresh);
    expect(after[0]?.range.start.line).toBe(9);
  }));

it("Lines that end in CRLF keep their places", () =>
  withClient({}, async (client) => {
    const { after, fresh } = await edited(client, CONFLICTING.replaceAll("\n", "\r\n"), [
      [{ range: range(2, 0, 3, 0), text: "gradient_accumulation_steps: 4\r\n\r\n" }],
    ]);
    expect(after).toEqual(fresh);
    expect(after[0]?.range).toEqual(range(9, 6, 9, 10));
  }));

it("Positions count UTF-16 code units", () =>
  withClient({}, async (client) => {
    const text = CONFLICTING.replace("output_dir: out", "output_dir: '𝔊🚀ß'").replace(
      "fp16: true",
      "fp16: &𝔊🚀 true",
    );
    const { after, fresh } = await edited(client, text, [
      [{ range: range(6, 15, 6, 17), text: "🛰🛰" }],
      [{ range: range(8, 6, 8, 7), text: "&🛰" }],
    ]);
    expect(after).toEqual(fresh);
    expect(after[0]?.range.start).toEqual({ line: 8, character: 14 });
  }));

it("Any sequence of edits ends where a fresh open of its result ends", () =>
  withClient({}, async (client) => {
    const random = randomNumbers(20260101);
    const pieces = [
      "\n",
      "\r\n",
      " ",
      "fp16: true\n",
      "bf16",
      ": ",
      "🚀",
      "1e-5",
      "# bitlaw: world_size=8\n",
      "[",
    ];
    for (let run = 0; run < 20; run++) {
      let document = TextDocument.create(FILE, "yaml", 1, CONFLICTING);
      const versions = Array.from({ length: 8 }, (_, i) => {
        const changes = Array.from({ length: 1 + random(3) }, () => {
          const start = random(document.getText().length + 1);
          const end = Math.min(document.getText().length, start + random(4));
          const change = {
            range: { start: document.positionAt(start), end: document.positionAt(end) },
            text: Array.from({ length: random(3) }, () => pieces[random(pieces.length)]).join(""),
          };
          document = TextDocument.update(document, [change], i + 2);
          return change;
        });
        return changes;
      });
      const { after, fresh, text } = await edited(client, CONFLICTING, versions);
      expect(text).toBe(document.getText());
      expect(after, text).toEqual(fresh);
    }
  }));
