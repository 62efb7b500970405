import { setTimeout as wait } from "node:timers/promises";
import { expect, it } from "vitest";
import { CLEAN, CONFLICTING, FOREIGN, OVERTRAINED } from "./configs.ts";
import { PULLS, WAITS } from "./TestClient.ts";
import { withClient } from "./withClient.ts";

const FILE = "file:///work/train.yaml";
const whole = (text: string) => ({ text });

it("A pulled diagnostic names its rule, its place, its severity and its source", () =>
  withClient({ initializationOptions: { documentation: "https://example.org/docs/" } }, async (client) => {
    await client.open(FILE, CONFLICTING);
    expect(await client.pull(FILE)).toEqual([
      {
        range: { start: { line: 8, character: 6 }, end: { line: 8, character: 10 } },
        severity: 1,
        source: "bitlaw",
        code: "conflicting-precision",
        codeDescription: { href: "https://example.org/docs/rules/conflicting-precision.md" },
        message:
          "fp16: true and bf16: true exclude each other: TrainingArguments accepts one of them and raises ValueError for both. Keep one of them.",
        relatedInformation: [
          {
            location: {
              uri: FILE,
              range: { start: { line: 7, character: 6 }, end: { line: 7, character: 10 } },
            },
            message: "bf16: true stands against it",
          },
        ],
      },
    ]);
  }));

it("A client that pulls never gets a publication", () =>
  withClient({ capabilities: PULLS }, async (client) => {
    await client.open(FILE, CONFLICTING);
    await client.change(FILE, whole(OVERTRAINED));
    await client.changeSettings({});
    await client.close(FILE);
    await client.pull(FILE);
    await wait(100);
    expect(client.published).toEqual([]);
  }));

it("A client that waits gets every version published, and nothing left after a close", () =>
  withClient({ capabilities: WAITS }, async (client) => {
    await client.open(FILE, CONFLICTING);
    const opened = await client.publication(FILE, ({ version }) => version === 1);
    expect(opened.diagnostics.map(({ code }) => code)).toEqual(["conflicting-precision"]);
    const version = await client.change(FILE, whole(CLEAN));
    const changed = await client.publication(FILE, (params) => params.version === version);
    expect(changed.diagnostics).toEqual([]);
    await client.change(FILE, whole(CONFLICTING));
    await client.publication(FILE, (params) => params.version === version + 1);
    await client.close(FILE);
    await client.publication(FILE, (params) => params.version === undefined);
    expect(client.published.at(-1)).toEqual({ uri: FILE, diagnostics: [] });
  }));

it("Pulled and pushed diagnostics are the same", async () => {
  let pulled: unknown;
  await withClient({ capabilities: PULLS }, async (client) => {
    await client.open(FILE, OVERTRAINED);
    pulled = await client.pull(FILE);
  });
  await withClient({ capabilities: WAITS }, async (client) => {
    await client.open(FILE, OVERTRAINED);
    expect((await client.publication(FILE)).diagnostics).toEqual(pulled);
  });
  expect(pulled).toHaveLength(2);
});

it.each([
  ["becomes foreign", FOREIGN],
  ["becomes unreadable", `${CONFLICTING}x: [`],
  ["becomes empty", ""],
])("A document that %s loses its diagnostics", (_, text) =>
  withClient({}, async (client) => {
    await client.open(FILE, CONFLICTING);
    expect(await client.pull(FILE)).toHaveLength(1);
    await client.change(FILE, whole(text));
    expect(await client.pull(FILE)).toEqual([]);
    await client.change(FILE, whole(CONFLICTING));
    expect(await client.pull(FILE)).toHaveLength(1);
  }),
);

it("Documents of several workspace folders, of none, and unsaved ones are all checked", () =>
  withClient({ workspaceFolders: ["file:///a", "file:///b"] }, async (client) => {
    const uris = [
      "file:///a/train.yaml",
      "file:///b/train.yaml",
      "file:///c/train.yaml",
      "untitled:Untitled-1",
      "vscode-vfs://github/o/r/train.yaml",
    ];
    for (const uri of uris) await client.open(uri, CONFLICTING);
    for (const uri of uris) expect(await client.rules(uri)).toEqual(["conflicting-precision"]);
    await client.change(uris[0] ?? "", whole(CLEAN));
    const left = await Promise.all(uris.map((uri) => client.rules(uri)));
    expect(left.map(({ length }) => length)).toEqual([0, 1, 1, 1, 1]);
  }));

it.each(["json", "jsonc"])("A document in the language %s is read as JSON", (languageId) =>
  withClient({}, async (client) => {
    const uri = "file:///ds_config";
    const text = `{\n\t"train_micro_batch_size_per_gpu": 1, "zero_optimization": { "stage": 3 },\n\t"bf16": { "enabled": true },\n\t"fp16": { "enabled": true }\n}\n`;
    await client.open(uri, text, languageId);
    expect(await client.rules(uri)).toEqual(["conflicting-precision"]);
  }),
);
