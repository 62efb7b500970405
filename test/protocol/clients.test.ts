import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import type { InitializeParams } from "vscode-languageserver/node";
import { OVERTRAINED } from "./configs.ts";
import { TestClient } from "./TestClient.ts";
import { startProcess } from "./transports.ts";

const FILE = "file:///work/train.yaml";
const TOKENS = { start: { line: 11, character: 17 }, end: { line: 11, character: 24 } };
const SETTINGS = "workspace/didChangeConfiguration";
const FILES = "workspace/didChangeWatchedFiles";

/** What an editor takes, as its recorded capabilities say to a reader. */
interface Editor {
  readonly diagnostics: "pulled" | "published";
  readonly related: boolean;
  readonly page: boolean;
  readonly images: boolean;
  readonly edits: "documentChanges" | "changes";
  readonly asked: boolean;
  readonly registered: readonly string[];
}

const TERMINAL = { page: false, images: false, related: true, asked: true } as const;

const EDITORS: Readonly<Record<string, Editor>> = {
  "neovim-0.7": { ...TERMINAL, diagnostics: "published", edits: "changes", asked: false, registered: [] },
  "neovim-0.10": { ...TERMINAL, diagnostics: "pulled", edits: "changes", registered: [] },
  "neovim-0.12": { ...TERMINAL, diagnostics: "pulled", edits: "changes", registered: [FILES] },
  helix: {
    ...TERMINAL,
    diagnostics: "published",
    related: false,
    edits: "documentChanges",
    registered: [FILES],
  },
  "eglot-1.9": {
    ...TERMINAL,
    diagnostics: "published",
    related: false,
    edits: "documentChanges",
    registered: [FILES],
  },
  "lsp-mode-8.0": {
    ...TERMINAL,
    diagnostics: "published",
    edits: "documentChanges",
    registered: [FILES],
  },
  zed: { ...TERMINAL, diagnostics: "pulled", edits: "documentChanges", registered: [SETTINGS, FILES] },
  sublime: {
    ...TERMINAL,
    diagnostics: "published",
    page: true,
    edits: "documentChanges",
    registered: [SETTINGS, FILES],
  },
  vscode: {
    diagnostics: "pulled",
    related: true,
    page: true,
    images: true,
    edits: "documentChanges",
    asked: true,
    registered: [SETTINGS, FILES],
  },
};

it("Every recorded editor is told about below", () => {
  const recorded = readdirSync(new URL("clients", import.meta.url)).map((name) =>
    name.replace(/\.json$/, ""),
  );
  expect(recorded.sort()).toEqual(Object.keys(EDITORS).sort());
});

it.each(Object.entries(EDITORS))(
  "The server gives %s what it can take, and nothing else",
  async (name, editor) => {
    const client = await TestClient.start(startProcess("bitlaw.js", ["lsp", "--stdio"]), {
      recorded: recordingOf(name),
      ...(editor.asked ? { configuration: () => null } : {}),
    });
    const { capabilities } = client.initialized ?? { capabilities: undefined };
    expect(capabilities?.diagnosticProvider !== undefined).toBe(editor.diagnostics === "pulled");
    // Without a word the encoding is UTF-16.
    expect(capabilities?.positionEncoding ?? "utf-16").toBe("utf-16");

    await client.open(FILE, OVERTRAINED);
    const diagnostics =
      editor.diagnostics === "pulled"
        ? await client.pull(FILE)
        : (await client.publication(FILE)).diagnostics;
    expect(diagnostics.map(({ code }) => code)).toEqual(["overtrained-for-format", "suboptimal-precision"]);
    expect(diagnostics[0]?.relatedInformation !== undefined).toBe(editor.related);
    expect(diagnostics[0]?.codeDescription !== undefined).toBe(editor.page);

    const hover = await client.hover(FILE, { line: 11, character: 20 });
    expect(hover?.contents).toMatchObject({ kind: "markdown", value: expect.stringContaining("NVFP4") });
    expect(JSON.stringify(hover).includes("data:image")).toBe(editor.images);

    const actions = await client.actions(FILE, TOKENS, undefined, [...diagnostics]);
    expect(actions.length).toBeGreaterThan(0);
    for (const { edit } of actions) expect(Object.keys(edit ?? {})).toEqual([editor.edits]);

    expect(client.published.length > 0).toBe(editor.diagnostics === "published");
    expect(client.asked.length > 0).toBe(editor.asked);
    expect(client.registered).toEqual(editor.registered);
    expect(await client.stop()).toBe(0);
  },
);

it("A client that reads plain text only gets the hover without marks", async () => {
  const client = await TestClient.start(startProcess(), {
    capabilities: { textDocument: { hover: { contentFormat: ["plaintext"] } } },
  });
  await client.open(FILE, OVERTRAINED);
  const hover = await client.hover(FILE, { line: 11, character: 20 });
  expect(hover?.contents).toMatchObject({
    kind: "plaintext",
    value: expect.stringMatching(/^NVFP4 trades: .*\n+bitlaw-train, /ms),
  });
  expect(JSON.stringify(hover?.contents)).not.toMatch(/\*\*|`|\]\(|\|---/);
  await client.stop();
});

it("A client without code actions of its own kind is not offered any", async () => {
  const client = await TestClient.start(startProcess(), { capabilities: {} });
  expect(client.initialized?.capabilities.codeActionProvider).toBeUndefined();
  await client.stop();
});

it.each(["yaml", "yml", "yaml.ansible", "plaintext", ""])(
  "A config whose language the editor calls %j is known by its name",
  async (languageId) => {
    const client = await TestClient.start(startProcess());
    await client.open(FILE, OVERTRAINED, languageId);
    expect(await client.rules(FILE)).toEqual(["overtrained-for-format", "suboptimal-precision"]);
    await client.stop();
  },
);

function recordingOf(name: string): Omit<InitializeParams, "processId"> {
  const { params } = JSON.parse(readFileSync(new URL(`clients/${name}.json`, import.meta.url), "utf8"));
  return params;
}
