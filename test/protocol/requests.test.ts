import { expect, it } from "vitest";
import { CancellationTokenSource, CodeActionRequest } from "vscode-languageserver/node";
import { TextDocument } from "vscode-languageserver-textdocument";
import { quantizedBase } from "../unit/lint/quantizedBase.ts";
import { CONFLICTING, FOREIGN, OVERTRAINED } from "./configs.ts";
import { withClient } from "./withClient.ts";

const FILE = "file:///work/train.yaml";
const EVERYWHERE = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };
const NOWHERE = { line: 2, character: 1 };

it("A hover on a value of the run is Markdown with the range of the value", () =>
  withClient({}, async (client) => {
    await client.open(FILE, OVERTRAINED);
    const hover = await client.hover(FILE, { line: 11, character: 20 });
    expect(hover?.range).toEqual({ start: { line: 11, character: 17 }, end: { line: 11, character: 24 } });
    expect(hover?.contents).toMatchObject({ kind: "markdown", value: expect.stringContaining("NVFP4") });
  }));

it("A hover on a narrow format of the weights tells their quantization noise", () =>
  withClient({}, async (client) => {
    await client.open(FILE, OVERTRAINED);
    // 4^-3.399 = 20.46 dB is published for NVFP4 on Gaussian weights, with blocks clipped at best.
    const noise = "NVFP4: SQNR 20.4 dB on Gaussian weights (block 16, E4M3 scale)";
    const onFormat = await client.hover(FILE, { line: 15, character: 18 });
    expect(onFormat?.contents).toMatchObject({ value: expect.stringContaining(noise) });
    const onSteps = await client.hover(FILE, { line: 11, character: 20 });
    expect(onSteps?.contents).toMatchObject({ value: expect.not.stringContaining("SQNR") });
  }));

it("A hover of a quantized base model shows what was measured on it before what is predicted, with interval and record", () =>
  withClient({}, async (client) => {
    await client.open(FILE, quantizedBase("meta-llama/Llama-2-7b-hf"));
    const hover = await client.hover(FILE, { line: 6, character: 16 });
    const value = JSON.stringify(hover?.contents ?? "");
    const places = ["**measured**: LLaMA-2-7B, RTN 4 bit g128", "`bitlaw-ptq`", "`kumar-2024`"].map((text) =>
      value.indexOf(text),
    );
    expect(places).not.toContain(-1);
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(value).toMatch(
      /\*\*ΔL \+0\.0\d+ nats\*\* against 16 bit, 80 %: \+0\.0\d+ to \+0\.\d+, by its own fit/,
    );
    expect(value).toMatch(/within 2× for \d+ % of \d+ published 4-bit round-to-nearest results with groups/);
    expect(value).toContain("| 80 % interval | risk of > 1 nat |");
  }));

it("A hover beside the run, in a foreign file, or beyond the end is empty", () =>
  withClient({}, async (client) => {
    await client.open(FILE, `${OVERTRAINED}# a comment\n`);
    expect(await client.hover(FILE, { line: 18, character: 4 })).toBeNull();
    expect(await client.hover(FILE, { line: 900, character: 900 })).toBeNull();
    await client.open("file:///work/deployment.yaml", FOREIGN);
    expect(await client.hover("file:///work/deployment.yaml", { line: 5, character: 6 })).toBeNull();
  }));

it("Code actions are filtered by the kinds that the client asks for", () =>
  withClient({}, async (client) => {
    await client.open(FILE, OVERTRAINED);
    const at = { start: { line: 11, character: 17 }, end: { line: 11, character: 24 } };
    const key = { start: { line: 14, character: 20 }, end: { line: 14, character: 20 } };
    const kinds = async (range: typeof at, only?: string[]) => [
      ...new Set((await client.actions(FILE, range, only)).map(({ kind }) => kind)),
    ];
    expect(await kinds(at, ["quickfix"])).toEqual(["quickfix"]);
    expect(await kinds(at, ["refactor"])).toEqual([]);
    expect(await kinds(at, ["source.fixAll"])).toEqual([]);
    expect(await kinds(at, [""])).toEqual(["quickfix"]);
    expect(await kinds(key, ["refactor"])).toEqual(["refactor.rewrite"]);
    expect(await kinds(key, ["refactor.rewrite"])).toEqual(["refactor.rewrite"]);
    expect(await kinds(key, ["refactor.rewrite.more"])).toEqual([]);
    expect(await kinds(EVERYWHERE, ["quickfix"])).toEqual(["quickfix"]);
  }));

it("One quick fix of a finding is preferred, and applying any of them removes the diagnostic", () =>
  withClient({}, async (client) => {
    for (const text of [OVERTRAINED, CONFLICTING]) {
      await client.open(FILE, text);
      const diagnostics = [...(await client.pull(FILE))];
      const actions = await client.actions(FILE, EVERYWHERE, ["quickfix"], diagnostics);
      expect(actions.length).toBeGreaterThan(1);
      // An edit that solves two findings is offered once.
      expect(new Set(actions.map(({ edit }) => JSON.stringify(edit))).size).toBe(actions.length);
      for (const { code } of diagnostics) {
        const ofRule = actions.filter((action) => action.diagnostics?.some((one) => one.code === code));
        expect(ofRule.filter(({ isPreferred }) => isPreferred)).toHaveLength(1);
      }
      for (const action of actions) {
        const solved = action.diagnostics?.map(({ code }) => code) ?? [];
        expect(diagnostics.map(({ code }) => code)).toEqual(expect.arrayContaining(solved));
        const document = TextDocument.create(FILE, "yaml", 1, text);
        const fixed = TextDocument.applyEdits(document, action.edit?.changes?.[FILE] ?? []);
        await client.open("file:///work/fixed.yaml", fixed);
        const left = await client.rules("file:///work/fixed.yaml");
        for (const code of solved) expect(left, fixed).not.toContain(code);
        await client.close("file:///work/fixed.yaml");
      }
      await client.close(FILE);
    }
  }));

it("A client that takes edits for a version gets the version", () => {
  const capabilities = { workspace: { workspaceEdit: { documentChanges: true } } };
  return withClient({ capabilities }, async (client) => {
    await client.open(FILE, CONFLICTING);
    await client.change(FILE, { text: `${CONFLICTING}\n` });
    const [action] = await client.actions(FILE, EVERYWHERE, ["quickfix"]);
    expect(action?.edit).toEqual({
      documentChanges: [{ textDocument: { uri: FILE, version: 2 }, edits: expect.any(Array) }],
    });
  });
});

it("Requests about a document that was closed, or never open, are answered with nothing", () =>
  withClient({}, async (client) => {
    await client.open(FILE, CONFLICTING);
    const late = client.pull(FILE);
    await client.close(FILE);
    await late;
    for (const uri of [FILE, "file:///work/unknown.yaml", "", "not a uri"]) {
      expect(await client.pull(uri)).toEqual([]);
      expect(await client.hover(uri, NOWHERE)).toBeNull();
      expect(await client.actions(uri, EVERYWHERE)).toEqual([]);
    }
  }));

it("A cancelled request is answered, and the server goes on", () =>
  withClient({}, async (client) => {
    await client.open(FILE, OVERTRAINED);
    const answers = Array.from({ length: 20 }, () => {
      const cancellation = new CancellationTokenSource();
      const params = { textDocument: { uri: FILE }, range: EVERYWHERE, context: { diagnostics: [] } };
      const asked = client.connection.sendRequest(CodeActionRequest.type, params, cancellation.token);
      cancellation.cancel();
      return asked.then(
        () => "answered",
        (error: { code: number }) => error.code,
      );
    });
    for (const answer of await Promise.all(answers)) expect(["answered", -32800]).toContain(answer);
    expect(await client.rules(FILE)).toEqual(["overtrained-for-format", "suboptimal-precision"]);
  }));

it("An unknown request is refused, an unknown notification ignored", () =>
  withClient({}, async (client) => {
    await expect(client.connection.sendRequest("bitlaw/unknown", {})).rejects.toMatchObject({ code: -32601 });
    await expect(client.connection.sendRequest("textDocument/rename", {})).rejects.toMatchObject({
      code: -32601,
    });
    await client.connection.sendNotification("bitlaw/unknown", {});
    await client.connection.sendNotification("$/unknown", {});
    await client.open(FILE, CONFLICTING);
    expect(await client.pull(FILE)).toHaveLength(1);
  }));

it("A request with malformed parameters fails by itself", () =>
  withClient({}, async (client) => {
    await client.open(FILE, CONFLICTING);
    for (const method of ["textDocument/hover", "textDocument/codeAction", "textDocument/diagnostic"]) {
      await expect(client.connection.sendRequest(method, {})).rejects.toMatchObject({
        code: expect.any(Number),
      });
    }
    expect(await client.pull(FILE)).toHaveLength(1);
  }));

it("All safe fixes are one action, for those who ask for its kind, and it leaves fixes that change the run alone", () =>
  withClient({}, async (client) => {
    const text = [
      "model_name_or_path: EleutherAI/pythia-1.4b",
      "output_dir: ./out",
      "per_device_train_batch_size: 8",
      "learning_rate: 5e-5",
      "num_train_epochs: 3",
      "bf16: true",
    ].join("\n");
    await client.open(FILE, text);
    const actions = await client.actions(FILE, EVERYWHERE, ["source.fixAll"]);
    expect(actions.map(({ kind }) => kind)).toEqual(["source.fixAll.bitlaw"]);
    expect(JSON.stringify(actions)).toContain(".0");
    expect((await client.actions(FILE, EVERYWHERE)).map(({ kind }) => kind)).not.toContain(
      "source.fixAll.bitlaw",
    );
    await client.open("file:///work/overtrained.yaml", OVERTRAINED);
    expect(await client.actions("file:///work/overtrained.yaml", EVERYWHERE, ["source.fixAll"])).toEqual([]);
  }));

/** PyYAML reads both rates as text; what lies between them is of no concern. */
const MISREAD = [
  "model_name_or_path: EleutherAI/pythia-1.4b",
  "output_dir: ./out",
  "learning_rate: 5e-5",
  "num_train_epochs: 3",
  "weight_decay: 1e-2",
  "bf16: true",
].join("\n");

const at = (line: number, from: number, to: number) => ({
  start: { line, character: from },
  end: { line, character: to },
});

const MISREAD_EDITS = [
  { range: at(2, 15, 19), newText: "5.0e-5" },
  { range: at(4, 14, 18), newText: "1.0e-2" },
];

it("All safe fixes are one action with an edit for each place", () =>
  withClient({}, async (client) => {
    await client.open(FILE, MISREAD);
    const [action] = await client.actions(FILE, EVERYWHERE, ["source.fixAll"]);
    expect(action?.edit?.changes?.[FILE]).toEqual(MISREAD_EDITS);
  }));

it("All problems of a rule are one quick fix behind the finding's own, where there are several", () =>
  withClient({}, async (client) => {
    await client.open(FILE, MISREAD);
    const title = "Fix all misread-number problems in this file";
    const actions = await client.actions(FILE, at(4, 14, 18), ["quickfix"]);
    expect(actions.findIndex((action) => action.title === title)).toBe(1);
    expect(actions[0]?.title).toContain("Write 1.0e-2");
    expect(actions[1]?.edit?.changes?.[FILE]).toEqual(MISREAD_EDITS);
    expect(actions[1]?.isPreferred).toBeUndefined();

    await client.open("file:///work/one.yaml", MISREAD.replace("5e-5", "5.0e-5"));
    const others = await client.actions("file:///work/one.yaml", EVERYWHERE, ["quickfix"]);
    expect(others.map((action) => action.title)).not.toContain(title);
  }));
