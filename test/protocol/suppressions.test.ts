import { expect, it } from "vitest";
import { TextDocument } from "vscode-languageserver-textdocument";
import { CLEAN, CONFLICTING } from "./configs.ts";
import { withClient } from "./withClient.ts";

const FILE = "file:///work/train.yaml";
const EVERYWHERE = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };

it("The actions that disable a rule come behind the fixes, are never preferred, and end the diagnostic", () =>
  withClient({}, async (client) => {
    for (const text of [CONFLICTING, CONFLICTING.replaceAll("\n", "\r\n")]) {
      await client.open(FILE, text);
      const diagnostics = [...(await client.pull(FILE))];
      const rule = diagnostics[0]?.code;
      const actions = await client.actions(FILE, EVERYWHERE, ["quickfix"], diagnostics);
      const titles = actions.map(({ title }) => title);
      expect(titles.slice(-2)).toEqual([`Disable ${rule} for this line`, `Disable ${rule} for this file`]);
      expect(titles.filter((title) => title.startsWith("Disable"))).toHaveLength(2);
      for (const action of actions.slice(-2)) {
        expect(action).toMatchObject({ kind: "quickfix", diagnostics });
        expect(action.isPreferred).toBeUndefined();
        const document = TextDocument.create(FILE, "yaml", 1, text);
        const disabled = TextDocument.applyEdits(document, action.edit?.changes?.[FILE] ?? []);
        await client.open("file:///work/disabled.yaml", disabled);
        expect(await client.pull("file:///work/disabled.yaml"), disabled).toEqual([]);
        await client.close("file:///work/disabled.yaml");
      }
      await client.close(FILE);
    }
  }));

it("Two findings of one rule are disabled line by line, and together for the file", () =>
  withClient({}, async (client) => {
    await client.open(FILE, `${CONFLICTING}---\n${CONFLICTING}`);
    const diagnostics = await client.pull(FILE);
    expect(diagnostics).toHaveLength(2);
    const actions = await client.actions(FILE, EVERYWHERE, ["quickfix"], [...diagnostics]);
    const disabling = actions.filter(({ title }) => title.startsWith("Disable"));
    const line = "Disable conflicting-precision for this line";
    const file = "Disable conflicting-precision for this file";
    expect(disabling.map(({ title }) => title).toSorted()).toEqual([file, line, line]);
    expect(disabling.find(({ title }) => title === file)?.diagnostics).toEqual(diagnostics);
  }));

it("A comment that disables nothing has a quick fix that removes it", () =>
  withClient({}, async (client) => {
    await client.open(FILE, `# bitlaw-disable-file loss-scaling -- why\n${CLEAN}`);
    const [diagnostic] = await client.pull(FILE);
    expect(diagnostic?.code).toBe("unused-suppression");
    const [fix] = await client.actions(FILE, EVERYWHERE, ["quickfix"], diagnostic ? [diagnostic] : []);
    expect(fix).toMatchObject({ title: "Remove this comment", isPreferred: true });
    expect(fix?.edit?.changes?.[FILE]).toEqual([
      { range: { start: { line: 0, character: 0 }, end: { line: 1, character: 0 } }, newText: "" },
    ]);
  }));

it("A comment takes effect as it is typed, and no longer when it is gone", () =>
  withClient({}, async (client) => {
    await client.open(FILE, CONFLICTING);
    expect(await client.rules(FILE)).toEqual(["conflicting-precision"]);
    await client.change(FILE, { text: `# bitlaw-disable-file conflicting-precision\n${CONFLICTING}` });
    expect(await client.rules(FILE)).toEqual([]);
    await client.change(FILE, { text: `# bitlaw-disable-file\n${CONFLICTING}` });
    expect(await client.rules(FILE)).toEqual(["unknown-suppression", "conflicting-precision"]);
    await client.change(FILE, { text: CONFLICTING });
    expect(await client.rules(FILE)).toEqual(["conflicting-precision"]);
  }));
