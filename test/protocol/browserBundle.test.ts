import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { CLEAN, CONFLICTING, FOREIGN, OVERTRAINED } from "./configs.ts";
import { WAITS } from "./TestClient.ts";
import { bundle, startProcess, startWorker } from "./transports.ts";
import { withClient } from "./withClient.ts";

const FILE = "file:///work/train.yaml";

it("The browser bundle asks for no module", () => {
  const source = readFileSync(bundle("server.js"), "utf8");
  expect(source).not.toMatch(/["'`]node:/);
  expect(source).not.toMatch(/\brequire\(["'`]/);
  expect(source).not.toMatch(/\bimport\s*\(/);
});

it("A web worker gives the same diagnostics, hover and actions as a process", async () => {
  const seen: unknown[] = [];
  for (const start of [startProcess, startWorker]) {
    await withClient(
      { initializationOptions: { documentation: "vscode-test-web://pages/docs" } },
      async (client) => {
        await client.open(FILE, OVERTRAINED);
        const range = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };
        seen.push({
          diagnostics: await client.pull(FILE),
          hover: await client.hover(FILE, { line: 11, character: 20 }),
          actions: await client.actions(FILE, range),
        });
      },
      start(),
    );
  }
  expect(seen[0]).toMatchObject({
    diagnostics: [{ code: "overtrained-for-format" }, { code: "suboptimal-precision" }],
  });
  expect(seen[1]).toEqual(seen[0]);
});

it("A web worker publishes to a client that waits", () =>
  withClient(
    { capabilities: WAITS },
    async (client) => {
      await client.open(FILE, CONFLICTING);
      await client.publication(FILE, ({ diagnostics }) => diagnostics.length === 1);
      await client.change(FILE, { text: CLEAN });
      await client.publication(FILE, ({ version }) => version === 2);
      await client.change(FILE, { text: FOREIGN });
      const last = await client.publication(FILE, ({ version }) => version === 3);
      expect(last.diagnostics).toEqual([]);
    },
    startWorker(),
  ));
