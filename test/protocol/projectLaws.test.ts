import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, it } from "vitest";
import { ownLaw } from "../ownLaw.ts";
import { OVERTRAINED } from "./configs.ts";
import { PULLS, type TestClient } from "./TestClient.ts";
import { startProcess, startWorker } from "./transports.ts";
import { withClient } from "./withClient.ts";

const ROOT = "vscode-test-web://mount/project";
const TRAINER = `${ROOT}/runs/train.yaml`;
const LAW = `${ROOT}/.bitlaw/laws/own.json`;
const REFRESHABLE = { ...PULLS, workspace: { diagnostics: { refreshSupport: true } } };

/** The hover on `--train-iters`. */
async function hoverText(client: TestClient, uri: string): Promise<string> {
  return JSON.stringify((await client.hover(uri, { line: 11, character: 6 }))?.contents);
}

describe.each([
  ["a process over stdio", startProcess],
  ["a web worker", startWorker],
])("A law file of a virtual workspace, served by %s", (_, start) => {
  it("is in the hover, and its law in the tables", () =>
    withClient(
      { workspaceFolders: [ROOT], files: new Map([[LAW, ownLaw()]]) },
      async (client) => {
        await client.open(TRAINER, OVERTRAINED);
        const hover = await hoverText(client, TRAINER);
        expect(hover).toMatch(/`own-fit`\]\([^)]*\), /);
        expect(hover).toContain("`sun-2025` +");
        expect(client.shown).toEqual([]);
      },
      start(),
    ));
});

it("A law file that is wrong is told once and not used", () =>
  withClient(
    { workspaceFolders: [ROOT], files: new Map([[LAW, ownLaw({ name: "sun-2025" })]]) },
    async (client) => {
      await client.open(TRAINER, OVERTRAINED);
      expect(await hoverText(client, TRAINER)).toContain("`bitlaw-train`, ");
      await client.change(TRAINER, { text: `${OVERTRAINED}# more\n` });
      await client.pull(TRAINER);
      expect(client.shown).toEqual([
        "Bitlaw does not use a law file. .bitlaw/laws/own.json:3:3: `sun-2025` is the name of a published law: give this law another name.",
      ]);
    },
  ));

it("A law file that comes, changes and goes refreshes the configs of its workspace", () => {
  const files = new Map<string, string>();
  return withClient({ capabilities: REFRESHABLE, workspaceFolders: [ROOT], files }, async (client) => {
    await client.open(TRAINER, OVERTRAINED);
    expect(await hoverText(client, TRAINER)).not.toContain("own-fit");
    const seen: boolean[] = [];
    for (const text of [ownLaw(), ownLaw({ name: "newer" }), undefined]) {
      if (text === undefined) files.delete(LAW);
      else files.set(LAW, text);
      const refreshed = client.refresh();
      await client.filesChanged(LAW);
      await refreshed;
      const hover = await hoverText(client, TRAINER);
      seen.push(hover.includes("[`own-fit`]"), hover.includes("[`newer`]"));
    }
    expect(seen).toEqual([true, false, false, true, false, false]);
  });
});

it("A law file on disk counts as it stands in the editor", async () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), "bitlaw-laws-"));
  try {
    mkdirSync(path.join(folder, ".bitlaw/laws"), { recursive: true });
    const law = path.join(folder, ".bitlaw/laws/own.json");
    writeFileSync(law, ownLaw());
    const config = pathToFileURL(path.join(folder, "train.yaml")).toString();
    await withClient({ workspaceFolders: [pathToFileURL(folder).toString()] }, async (client) => {
      await client.open(config, OVERTRAINED);
      expect(await hoverText(client, config)).toContain("[`own-fit`]");
      await client.open(pathToFileURL(law).toString(), ownLaw({ name: "unsaved" }), "json");
      expect(await hoverText(client, config)).toContain("[`unsaved`]");
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
});
