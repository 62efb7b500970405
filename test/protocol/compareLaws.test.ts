import { expect, it } from "vitest";
import { ExecuteCommandRequest } from "vscode-languageserver/node";
import { CONFLICTING, FOREIGN, OVERTRAINED } from "./configs.ts";
import type { TestClient } from "./TestClient.ts";
import { withClient } from "./withClient.ts";

const FILE = "file:///work/train%20one.yaml";

const compare = (client: TestClient, ...args: readonly unknown[]) =>
  client.connection.sendRequest(ExecuteCommandRequest.type, {
    command: "bitlaw.server.compareLaws",
    arguments: [...args],
  });

it("The command answers with a report in Markdown that names the file as a person does", () =>
  withClient({}, async (client) => {
    expect(client.initialized?.capabilities.executeCommandProvider?.commands).toContain(
      "bitlaw.server.compareLaws",
    );
    await client.open(FILE, OVERTRAINED);
    const report = await compare(client, { uri: FILE, position: { line: 3, character: 0 } });
    expect(report).toMatchObject({ kind: "markdown" });
    expect(report.value).toMatch(/^# Laws compared: train one\.yaml\n/);
    expect(report.value).toContain("## `sun-2025`");
  }));

it("The position picks the run in a file of several documents", () =>
  withClient({}, async (client) => {
    const text = `${OVERTRAINED}---\n${CONFLICTING}`;
    await client.open(FILE, text);
    const first = await compare(client, { uri: FILE, position: { line: 2, character: 0 } });
    const line = text.split("\n").findIndex((content) => content.startsWith("learning_rate"));
    const second = await compare(client, { uri: FILE, position: { line, character: 0 } });
    expect(first.value).toContain("· Megatron-LM");
    expect(second.value).toContain("· Hugging Face TrainingArguments");
    expect((await compare(client, { uri: FILE })).value).toBe(first.value);
  }));

it("A file without a run, one that is not open, and a call without a file are told what is wrong", () =>
  withClient({}, async (client) => {
    const foreign = "file:///work/deployment.yaml";
    await client.open(foreign, FOREIGN);
    await expect(compare(client, { uri: foreign })).rejects.toThrow(
      "deployment.yaml is not a training config that Bitlaw knows",
    );
    await expect(compare(client, { uri: "file:///work/other.yaml" })).rejects.toThrow(
      "other.yaml is not open, or Bitlaw is switched off for it.",
    );
    await expect(compare(client, "train.yaml")).rejects.toThrow("takes one argument: { uri, position }");
    await expect(compare(client)).rejects.toThrow("takes one argument: { uri, position }");
  }));
