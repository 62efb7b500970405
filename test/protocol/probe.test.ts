import { describe, expect, it } from "vitest";
import { ExecuteCommandRequest } from "vscode-languageserver/node";
import { FOREIGN } from "./configs.ts";
import type { TestClient } from "./TestClient.ts";
import { startProcess, startWorker } from "./transports.ts";
import { withClient } from "./withClient.ts";

const FILE = "vscode-test-web://mount/runs/my%20run.yaml";
const RUN = `model_name_or_path: EleutherAI/pythia-410m
output_dir: out
per_device_train_batch_size: 16
gradient_accumulation_steps: 4
max_steps: 12000
learning_rate: 3.0e-4
lr_scheduler_type: cosine
bf16: true
seed: 1
`;

const ask = (client: TestClient, command: "probe" | "probeOptions", ...args: readonly unknown[]) =>
  client.connection.sendRequest(ExecuteCommandRequest.type, {
    command: `bitlaw.server.${command}`,
    arguments: [...args],
  });

describe.each([
  ["a process over stdio", startProcess],
  ["a web worker", startWorker],
])("Siblings of a config, served by %s", (_, start) => {
  it("are answered as texts with their manifest, and what is in the way is told", () =>
    withClient(
      {},
      async (client) => {
        await client.open(FILE, RUN);
        expect(await ask(client, "probeOptions", { uri: FILE })).toEqual({
          folder: "my run.probe",
          seed: 1,
          learningRate: 0.0003,
          formats: [
            { name: "bf16", label: "BF16", own: true },
            { name: "fp16", label: "FP16", own: false },
          ],
          problems: {},
        });
        const wanted = { uri: FILE, seeds: "2", lrFactors: "1,3", formats: "fp16" };
        const answer = await ask(client, "probe", wanted);
        expect(answer.files.map(({ name }: { name: string }) => name)).toEqual([
          "my run.fp16.lr3e-4.seed1.yaml",
          "my run.fp16.lr3e-4.seed2.yaml",
          "my run.fp16.lr9e-4.seed1.yaml",
          "my run.fp16.lr9e-4.seed2.yaml",
          "bitlaw-probe.json",
        ]);
        expect(answer.files[3].text).toContain("output_dir: out-fp16.lr9e-4.seed2\n");
        expect(answer).toMatchObject({ folder: "my run.probe", occupied: { kind: "free" }, refused: [] });
        const names = ["my run.fp16.lr3e-4.seed1.yaml"];
        const foreign = await ask(client, "probe", { ...wanted, there: { names } });
        expect(foreign.occupied.kind).toBe("foreign");
        const manifest = answer.files[4].text;
        const again = await ask(client, "probe", { ...wanted, there: { names, manifest } });
        expect(again.occupied).toEqual({ kind: "replaceable", names });
      },
      start(),
    ));
});

it("What a person types is checked before anything is written", () =>
  withClient({}, async (client) => {
    await client.open(FILE, RUN);
    const { problems } = await ask(client, "probeOptions", { uri: FILE, seeds: "no", lrFactors: "0" });
    expect(problems.seeds).toContain("It is a number of seeds, such as 3");
    expect(problems.lrFactors).toContain("They are numbers above zero");
    await expect(ask(client, "probe", { uri: FILE, seeds: "0" })).rejects.toThrow(
      "Seeds: The number of seeds is from 1 to 100.",
    );
    await expect(ask(client, "probe", { uri: FILE, formats: "nvfp4" })).rejects.toThrow(
      "nvfp4: Hugging Face TrainingArguments has no key for it in this config; it can have bf16, fp16.",
    );
  }));

it("A file without a run, one that is not open, and a call without a file are told what is wrong", () =>
  withClient({}, async (client) => {
    const foreign = "file:///work/deployment.yaml";
    await client.open(foreign, FOREIGN);
    for (const command of ["probe", "probeOptions"] as const) {
      await expect(ask(client, command, { uri: foreign })).rejects.toThrow(
        "deployment.yaml is not a training config that Bitlaw knows",
      );
      await expect(ask(client, command, { uri: "file:///work/other.yaml" })).rejects.toThrow(
        "other.yaml is not open, or Bitlaw is switched off for it.",
      );
      await expect(ask(client, command)).rejects.toThrow("takes one argument");
    }
  }));
