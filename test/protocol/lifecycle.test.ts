import { once } from "node:events";
import { expect, it } from "vitest";
import { CONFLICTING } from "./configs.ts";
import { TestClient } from "./TestClient.ts";
import { startProcess } from "./transports.ts";

const FILE = "file:///work/train.yaml";

it("After a shutdown the server exits with 0", async () => {
  const client = await TestClient.start(startProcess());
  await client.open(FILE, CONFLICTING);
  await client.pull(FILE);
  expect(await client.stop()).toBe(0);
});

it("Without a shutdown the server exits with 1", async () => {
  const client = await TestClient.start(startProcess());
  expect(await client.exit()).toBe(1);
});

it("The server exits when its input ends", async () => {
  const transport = startProcess();
  await TestClient.start(transport);
  const exited = once(transport.process, "exit");
  transport.process.stdin?.end();
  expect((await exited)[0]).toBe(1);
});
