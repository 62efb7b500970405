import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, it } from "vitest";
import { CLEAN, OVERTRAINED } from "./configs.ts";
import { PULLS, WAITS } from "./TestClient.ts";
import { startProcess, startWorker } from "./transports.ts";
import { withClient } from "./withClient.ts";

const ROOT = "vscode-test-web://mount/project";
const TRAINER = `${ROOT}/runs/train.yaml`;
const ENGINE = `${ROOT}/ds.json`;
/** BF16 in the trainer, and a DeepSpeed file beside it. */
const WITH_ENGINE = `${CLEAN}deepspeed: ds.json\n`;
const AGREES = '{"bf16": {"enabled": true}, "zero_optimization": {"stage": 2}}';
const DISAGREES = AGREES.replace("true", "false");
const REFRESHABLE = { ...PULLS, workspace: { diagnostics: { refreshSupport: true } } };
const whole = (text: string) => ({ text });

describe.each([
  ["a process over stdio", startProcess],
  ["a web worker", startWorker],
])("Companions in a virtual workspace, served by %s", (_, start) => {
  it("are read through the client, and a finding about both stands in both", () =>
    withClient(
      { workspaceFolders: [ROOT], files: new Map([[ENGINE, DISAGREES]]) },
      async (client) => {
        await client.open(TRAINER, WITH_ENGINE);
        const [here] = await client.pull(TRAINER);
        expect(here?.code).toBe("companion-disagrees");
        expect(here?.range.start).toEqual({ line: 7, character: 6 });
        expect(here?.relatedInformation?.[0]?.location).toEqual({
          uri: ENGINE,
          range: { start: { line: 0, character: 21 }, end: { line: 0, character: 26 } },
        });
        await client.open(ENGINE, DISAGREES, "json");
        const [there] = await client.pull(ENGINE);
        expect(there?.code).toBe("companion-disagrees");
        expect(there?.range.start).toEqual({ line: 0, character: 21 });
        expect(there?.relatedInformation?.[0]?.location).toEqual({ uri: TRAINER, range: here?.range });
      },
      start(),
    ));
});

it("A companion is loaded once, not again at every keystroke", () =>
  withClient({ workspaceFolders: [ROOT], files: new Map([[ENGINE, AGREES]]) }, async (client) => {
    await client.open(TRAINER, WITH_ENGINE);
    await client.pull(TRAINER);
    const asked = client.filesAsked.length;
    expect(client.filesAsked).toContain(ENGINE);
    for (let i = 0; i < 3; i++) {
      await client.change(TRAINER, whole(`${WITH_ENGINE}# ${i}\n`));
      await client.pull(TRAINER);
    }
    expect(client.filesAsked).toHaveLength(asked);
  }));

it("A change of a companion on disk refreshes the config that rests on it", () => {
  const files = new Map([[ENGINE, AGREES]]);
  return withClient({ capabilities: REFRESHABLE, workspaceFolders: [ROOT], files }, async (client) => {
    await client.open(TRAINER, WITH_ENGINE);
    expect(await client.rules(TRAINER)).toEqual([]);
    files.set(ENGINE, DISAGREES);
    const refreshed = client.refresh();
    await client.filesChanged(ENGINE);
    await refreshed;
    expect(await client.rules(TRAINER)).toEqual(["companion-disagrees"]);
  });
});

it("A companion that comes later is noticed", () => {
  const files = new Map<string, string>();
  return withClient({ capabilities: REFRESHABLE, workspaceFolders: [ROOT], files }, async (client) => {
    await client.open(TRAINER, WITH_ENGINE);
    expect(await client.rules(TRAINER)).toEqual(["unread-companion"]);
    files.set(ENGINE, AGREES);
    const refreshed = client.refresh();
    await client.filesChanged(ENGINE);
    await refreshed;
    expect(await client.rules(TRAINER)).toEqual([]);
  });
});

it("A change of a file that no run rests on refreshes nothing", () =>
  withClient(
    { capabilities: REFRESHABLE, workspaceFolders: [ROOT], files: new Map([[ENGINE, AGREES]]) },
    async (client) => {
      let refreshes = 0;
      client.refresh().then(() => refreshes++);
      await client.open(TRAINER, WITH_ENGINE);
      await client.pull(TRAINER);
      await client.filesChanged(`${ROOT}/package.json`);
      await client.pull(TRAINER);
      expect(refreshes).toBe(0);
    },
  ));

it("An edit of an open companion counts before it is saved, and is published for both", () =>
  withClient(
    { capabilities: WAITS, workspaceFolders: [ROOT], files: new Map([[ENGINE, AGREES]]) },
    async (client) => {
      await client.open(TRAINER, WITH_ENGINE);
      await client.publication(TRAINER, ({ diagnostics }) => diagnostics.length === 0);
      await client.open(ENGINE, AGREES, "json");
      const version = await client.change(ENGINE, whole(DISAGREES));
      const here = await client.publication(TRAINER, ({ diagnostics }) => diagnostics.length === 1);
      expect(here.diagnostics[0]?.code).toBe("companion-disagrees");
      await client.publication(
        ENGINE,
        (params) => params.version === version && params.diagnostics.length === 1,
      );
      await client.close(TRAINER);
      const after = client.published.length;
      await client.publication(
        ENGINE,
        (params) => params.diagnostics.length === 0 && client.published.indexOf(params) >= after - 2,
      );
    },
  ));

describe("Without a client that reads files, a process reads them from disk", () => {
  const inFolder = async (test: (folder: string) => Promise<void>) => {
    const folder = mkdtempSync(path.join(os.tmpdir(), "bitlaw-lsp-"));
    try {
      await test(folder);
    } finally {
      rmSync(folder, { recursive: true });
    }
  };

  it("inside the workspace", () =>
    inFolder(async (folder) => {
      writeFileSync(path.join(folder, "ds.json"), DISAGREES);
      const uri = pathToFileURL(path.join(folder, "train.yaml")).href;
      await withClient({ workspaceFolders: [pathToFileURL(folder).href] }, async (client) => {
        await client.open(uri, WITH_ENGINE);
        expect(await client.rules(uri)).toEqual(["companion-disagrees"]);
      });
    }));

  it("and follows no link out of it", () =>
    inFolder(async (outside) => {
      writeFileSync(path.join(outside, "ds.json"), DISAGREES);
      await inFolder(async (folder) => {
        symlinkSync(path.join(outside, "ds.json"), path.join(folder, "ds.json"));
        const uri = pathToFileURL(path.join(folder, "train.yaml")).href;
        await withClient({ workspaceFolders: [pathToFileURL(folder).href] }, async (client) => {
          await client.open(uri, WITH_ENGINE);
          const [note] = await client.pull(uri);
          expect(note?.code).toBe("unread-companion");
          expect(note?.message).toContain("ds.json: it is a link that leads out of the workspace");
        });
      });
    }));
});

describe("Configs beside a run in reduced precision", () => {
  const OWN = `${ROOT}/runs/fp4.yaml`;
  const TWIN = `${ROOT}/runs/bf16.yaml`;
  const IN_16_BITS = OVERTRAINED.replace(/ {2}--fp4.*\n/g, "");

  it("are found through the client, and one that comes or goes refreshes the run", () => {
    const files = new Map([
      [OWN, OVERTRAINED],
      [TWIN, IN_16_BITS],
    ]);
    return withClient({ workspaceFolders: [ROOT], files, capabilities: REFRESHABLE }, async (client) => {
      await client.open(OWN, OVERTRAINED);
      expect(await client.rules(OWN)).toContain("single-seed-comparison");
      files.delete(TWIN);
      const refreshed = client.refresh();
      await client.filesChanged(TWIN);
      await refreshed;
      expect(await client.rules(OWN)).not.toContain("single-seed-comparison");
    });
  });

  it("are not asked for again at every keystroke", () =>
    withClient(
      {
        workspaceFolders: [ROOT],
        files: new Map([
          [OWN, OVERTRAINED],
          [TWIN, IN_16_BITS],
        ]),
      },
      async (client) => {
        await client.open(OWN, OVERTRAINED);
        await client.pull(OWN);
        const asked = client.filesAsked.length;
        expect(client.filesAsked).toContain(TWIN);
        await client.change(OWN, whole(`${OVERTRAINED}# more\n`));
        expect(await client.rules(OWN)).toContain("single-seed-comparison");
        expect(client.filesAsked).toHaveLength(asked);
      },
    ));

  it("are not looked for beside a document that is nowhere", () =>
    withClient({ workspaceFolders: [ROOT], files: new Map() }, async (client) => {
      await client.open("untitled:Untitled-1", OVERTRAINED);
      expect(await client.rules("untitled:Untitled-1")).not.toContain("single-seed-comparison");
      expect(client.filesAsked).toEqual([]);
    }));

  it("are not known to a client that cannot list folders", () =>
    withClient(
      {
        workspaceFolders: [ROOT],
        files: new Map([
          [OWN, OVERTRAINED],
          [TWIN, IN_16_BITS],
        ]),
        initializationOptions: { listFolders: false },
      },
      async (client) => {
        await client.open(OWN, OVERTRAINED);
        expect(await client.rules(OWN)).not.toContain("single-seed-comparison");
      },
    ));
});
