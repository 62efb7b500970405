import { describe, expect, it } from "vitest";
import type { TextDocumentEdit, TextEdit } from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import { PULLS, type TestClient } from "./TestClient.ts";
import { withClient } from "./withClient.ts";

const ROOT = "file:///project";
const CONFIG = `${ROOT}/configs/ds.json`;
const EVERYWHERE = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };
const FOR_FILE = "Disable loss-scaling for this file in .bitlaw.yaml";
const FOR_KEY = "Disable loss-scaling for this key in .bitlaw.yaml";

/** One finding: `loss-scaling` at `fp16.loss_scale`. */
const TEXT = `{
  "train_micro_batch_size_per_gpu": 8,
  "zero_optimization": { "stage": 2 },
  "fp16": {
    "enabled": true,
    "loss_scale": 1
  }
}
`;

async function disabling(client: TestClient, uri = CONFIG) {
  const diagnostics = [...(await client.pull(uri))];
  const actions = await client.actions(uri, EVERYWHERE, ["quickfix"], diagnostics);
  return actions.filter(({ title }) => title.startsWith("Disable"));
}

/** What becomes of a project file by an action, and which findings are left under it. */
async function disabled(before: string, title: string, name = ".bitlaw.yaml", path = "configs/ds.json") {
  const project = `${ROOT}/${name}`;
  const config = `${ROOT}/${path.split("/").map(encodeURIComponent).join("/")}`;
  const files = new Map([[project, before]]);
  let after = "";
  await withClient({ workspaceFolders: [ROOT], files }, async (client) => {
    await client.open(config, TEXT, "json");
    const action = (await disabling(client, config)).find((one) => one.title === title);
    const edits: TextEdit[] = action?.edit?.changes?.[project] ?? [];
    after = TextDocument.applyEdits(TextDocument.create(project, "yaml", 1, before), edits);
    files.set(project, after);
    await client.filesChanged(project);
    expect(await client.rules(config), after).toEqual([]);
    await client.open(project, after);
    expect(await client.pull(project), after).toEqual([]);
  });
  return after;
}

describe("An entry for a JSON file", () => {
  it.each([
    [
      "comes in a section of its own behind everything else",
      "# The team's rules.\nrules: # all\n    coarse-scaling: 'off' # why\n# end",
      "# The team's rules.\nrules: # all\n    coarse-scaling: 'off' # why\n# end\nsuppressions:\n  - files: [configs/ds.json]\n    rules: [loss-scaling]\n",
    ],
    [
      "fills an empty file",
      "# Nothing yet.\r\n",
      "# Nothing yet.\r\nsuppressions:\r\n  - files: [configs/ds.json]\r\n    rules: [loss-scaling]\r\n",
    ],
    [
      "is written as the entry before it, in braces",
      "suppressions: # known\n- { files: [a.json], rules: [coarse-scaling] } # a\n# rest\nignore: [b]\n",
      "suppressions: # known\n- { files: [a.json], rules: [coarse-scaling] } # a\n- { files: [configs/ds.json], rules: [loss-scaling] }\n# rest\nignore: [b]\n",
    ],
    [
      "is written as the entry before it, over lines",
      "suppressions:\n    - rules: [coarse-scaling] # a\n      reason: why # b\nignore: [b]\n",
      "suppressions:\n    - rules: [coarse-scaling] # a\n      reason: why # b\n    - files: [configs/ds.json]\n      rules: [loss-scaling]\nignore: [b]\n",
    ],
    [
      "is added to the one for the same file",
      'suppressions:\n- files: ["configs/ds.json"] # a\n  rules: [coarse-scaling] # b\n',
      'suppressions:\n- files: ["configs/ds.json"] # a\n  rules: [coarse-scaling, loss-scaling] # b\n',
    ],
    [
      "is not added to one that says why",
      "suppressions:\n- files: [configs/ds.json]\n  rules: [coarse-scaling]\n  reason: checked\n",
      "suppressions:\n- files: [configs/ds.json]\n  rules: [coarse-scaling]\n  reason: checked\n- files: [configs/ds.json]\n  rules: [loss-scaling]\n",
    ],
    [
      "stands in a flow list",
      "suppressions: [{ files: [a.json], rules: [coarse-scaling] }] # a\n",
      "suppressions: [{ files: [a.json], rules: [coarse-scaling] }, { files: [configs/ds.json], rules: [loss-scaling] }] # a\n",
    ],
  ])("%s", async (_, before, after) => {
    expect(await disabled(before, FOR_FILE)).toBe(after);
  });

  it("names the path of the key where only that is meant", async () => {
    expect(await disabled("", FOR_KEY)).toBe(
      "suppressions:\n  - files: [configs/ds.json]\n    rules: [loss-scaling]\n    key: fp16.loss_scale\n",
    );
  });

  it("is JSON in a project file of JSON", async () => {
    const before = '{\n  "rules": { "coarse-scaling": "off" },\n  "ignore": ["b"]\n}\n';
    const title = "Disable loss-scaling for this file in .bitlaw.json";
    expect(await disabled(before, title, ".bitlaw.json")).toBe(
      '{\n  "rules": { "coarse-scaling": "off" },\n  "ignore": ["b"],\n  "suppressions": [{ "files": ["configs/ds.json"], "rules": ["loss-scaling"] }]\n}\n',
    );
  });

  it("is relative to the folder of the project file, and for this one file", async () => {
    const title = "Disable loss-scaling for this file in configs/.bitlaw.yaml";
    expect(await disabled("", title, "configs/.bitlaw.yaml")).toContain("files: [/ds.json]\n");
    // Marks of .gitignore and of YAML in the name of a file.
    const odd = await disabled("", FOR_FILE, ".bitlaw.yaml", "a b/[x] {1}.json");
    expect(odd).toContain('files: ["a b/\\\\[x\\\\] {1}.json"]\n');
  });
});

it("A project file is made where there is none, by clients that can", () => {
  const workspaceEdit = { documentChanges: true, resourceOperations: ["create" as const] };
  const options = { workspaceFolders: [ROOT], files: new Map<string, string>() };
  return withClient(
    { ...options, capabilities: { ...PULLS, workspace: { workspaceEdit } } },
    async (client) => {
      await client.open(CONFIG, TEXT, "json");
      const actions = await disabling(client);
      expect(actions.map(({ title }) => title)).toEqual([FOR_KEY, FOR_FILE]);
      const uri = `${ROOT}/.bitlaw.yaml`;
      const start = { line: 0, character: 0 };
      const newText = "suppressions:\n  - files: [configs/ds.json]\n    rules: [loss-scaling]\n";
      expect(actions[1]?.edit?.documentChanges).toEqual([
        { kind: "create", uri },
        { textDocument: { uri, version: null }, edits: [{ range: { start, end: start }, newText }] },
      ]);
    },
  );
});

it("No project file is made by clients that cannot", () =>
  withClient({ workspaceFolders: [ROOT], files: new Map() }, async (client) => {
    await client.open(CONFIG, TEXT, "json");
    expect(await disabling(client)).toEqual([]);
  }));

it("An open project file is edited as it stands in the editor", () => {
  const uri = `${ROOT}/.bitlaw.yaml`;
  const workspaceEdit = { documentChanges: true };
  const files = new Map([[uri, ""]]);
  const capabilities = { ...PULLS, workspace: { workspaceEdit } };
  return withClient({ workspaceFolders: [ROOT], files, capabilities }, async (client) => {
    await client.open(uri, "");
    const version = await client.change(uri, { text: "ignore: [b]\n" });
    await client.open(CONFIG, TEXT, "json");
    const [, action] = await disabling(client);
    const [change] = (action?.edit?.documentChanges ?? []) as TextDocumentEdit[];
    expect(change?.textDocument).toEqual({ uri, version });
    expect(change?.edits[0]).toMatchObject({ range: { start: { line: 1, character: 0 } } });
  });
});

it("Two findings of a rule on one line are disabled by one action", () =>
  withClient({}, async (client) => {
    const uri = "file:///work/train.yaml";
    const flow =
      "{ model_name_or_path: meta-llama/Llama-3.1-8B, output_dir: out, per_device_train_batch_size: 4, learning_rate: 1e-5, weight_decay: 1e-2 }\n";
    await client.open(uri, flow);
    const diagnostics = await client.pull(uri);
    expect(diagnostics.map(({ code }) => code)).toEqual(["misread-number", "misread-number"]);
    const actions = await disabling(client, uri);
    expect(actions.map(({ title }) => title)).toEqual([
      "Disable misread-number for this line",
      "Disable misread-number for this file",
    ]);
    for (const action of actions) expect(action.diagnostics).toHaveLength(2);
  }));
