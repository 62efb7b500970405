import { describe, expect, it } from "vitest";
import { CONFLICTING } from "./configs.ts";
import { PULLS } from "./TestClient.ts";
import { startProcess, startWorker } from "./transports.ts";
import { withClient } from "./withClient.ts";

const ROOT = "vscode-test-web://mount/project";
const TRAINER = `${ROOT}/runs/train.yaml`;
const PROJECT = `${ROOT}/.bitlaw.yaml`;
const OFF = "rules: { conflicting-precision: off }\n";
const REFRESHABLE = { ...PULLS, workspace: { diagnostics: { refreshSupport: true } } };
const whole = (text: string) => ({ text });

describe.each([
  ["a process over stdio", startProcess],
  ["a web worker", startWorker],
])("A project file, served by %s", (_, start) => {
  it("counts for an open config, as it stands in the editor", () =>
    withClient(
      { capabilities: REFRESHABLE, workspaceFolders: [ROOT], files: new Map([[PROJECT, OFF]]) },
      async (client) => {
        await client.open(TRAINER, CONFLICTING);
        expect(await client.rules(TRAINER)).toEqual([]);
        await client.open(PROJECT, OFF);
        const refreshed = client.refresh();
        await client.change(PROJECT, whole("rules: { conflicting-precision: hint }\n"));
        await refreshed;
        // 4 is a hint.
        expect((await client.pull(TRAINER)).map(({ code, severity }) => [code, severity])).toEqual([
          ["conflicting-precision", 4],
        ]);
        expect(client.shown).toEqual([]);
      },
      start(),
    ));
});

it("A project file that comes and goes on disk refreshes the configs below it", () => {
  const files = new Map<string, string>();
  return withClient({ capabilities: REFRESHABLE, workspaceFolders: [ROOT], files }, async (client) => {
    await client.open(TRAINER, CONFLICTING);
    const seen = [await client.rules(TRAINER)];
    for (const text of [OFF, undefined]) {
      if (text === undefined) files.delete(PROJECT);
      else files.set(PROJECT, text);
      const refreshed = client.refresh();
      await client.filesChanged(PROJECT);
      await refreshed;
      seen.push(await client.rules(TRAINER));
    }
    expect(seen).toEqual([["conflicting-precision"], [], ["conflicting-precision"]]);
  });
});

it("A project file that is wrong has findings with fixes where it is open, and is told of once where it is not", () => {
  const wrong = "rules: { conflicting-precision: no }\n";
  return withClient({ workspaceFolders: [ROOT], files: new Map([[PROJECT, wrong]]) }, async (client) => {
    await client.open(TRAINER, CONFLICTING);
    await client.pull(TRAINER);
    await client.change(TRAINER, whole(`${CONFLICTING}# more\n`));
    await client.pull(TRAINER);
    expect(client.shown).toEqual([
      "Bitlaw does not use a part of a project file. .bitlaw.yaml:1:33: `no` is not a severity: expected one of off, hint, information, warning, error.",
    ]);
    await client.open(PROJECT, wrong);
    const [finding] = await client.pull(PROJECT);
    expect(finding?.code).toBe("invalid-project-file");
    const place = { start: { line: 0, character: 32 }, end: { line: 0, character: 34 } };
    expect(finding?.range).toEqual(place);
    const [fix] = await client.actions(PROJECT, place);
    expect(fix?.title).toBe("Change to `off`");
    expect(JSON.stringify(fix?.edit)).toContain('"newText":"off"');
  });
});

it("An ignored file gets no diagnostics, hovers or actions", () =>
  withClient(
    { workspaceFolders: [ROOT], files: new Map([[PROJECT, "ignore: [runs/]\n"]]) },
    async (client) => {
      await client.open(TRAINER, CONFLICTING);
      expect(await client.pull(TRAINER)).toEqual([]);
      const position = { line: 7, character: 1 };
      expect(await client.hover(TRAINER, position)).toBeNull();
      expect(await client.actions(TRAINER, { start: position, end: position })).toEqual([]);
    },
  ));

it("A hover names the project file that declares a fact", () => {
  const steps = CONFLICTING.replace("num_train_epochs: 1", "max_steps: 1000\nmax_seq_length: 2048");
  const files = new Map([[PROJECT, "declare: { world_size: 64 }\n"]]);
  return withClient({ workspaceFolders: [ROOT], files }, async (client) => {
    await client.open(TRAINER, steps);
    const hover = await client.hover(TRAINER, { line: 3, character: 3 });
    expect(JSON.stringify(hover?.contents)).toContain("64 (declared in `.bitlaw.yaml`)");
  });
});

it("An entry of a project file is unused as soon as the config in the editor no longer needs it", () => {
  const project = "suppressions:\n  - files: [/runs/train.yaml]\n    rules: [conflicting-precision]\n";
  const files = new Map([[PROJECT, project]]);
  return withClient({ capabilities: REFRESHABLE, workspaceFolders: [ROOT], files }, async (client) => {
    await client.open(PROJECT, project);
    await client.open(TRAINER, CONFLICTING);
    expect([await client.rules(PROJECT), await client.rules(TRAINER)]).toEqual([[], []]);
    const refreshed = client.refresh();
    await client.change(TRAINER, whole(CONFLICTING.replace("fp16: true", "fp16: false")));
    await refreshed;
    expect([await client.rules(PROJECT), await client.rules(TRAINER)]).toEqual([["unused-suppression"], []]);
  });
});
