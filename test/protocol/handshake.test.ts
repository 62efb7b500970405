import { describe, expect, it } from "vitest";
import { PULLS, type TestClient, WAITS } from "./TestClient.ts";
import { startProcess, startWorker } from "./transports.ts";
import { withClient } from "./withClient.ts";

const ALWAYS = {
  textDocumentSync: { openClose: true, change: 2 },
  hoverProvider: true,
  codeActionProvider: { codeActionKinds: ["quickfix", "refactor.rewrite", "source.fixAll.bitlaw"] },
  executeCommandProvider: {
    commands: ["bitlaw.server.compareLaws", "bitlaw.server.probeOptions", "bitlaw.server.probe"],
  },
  workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
};

describe.each([
  ["a process over stdio", startProcess],
  ["a web worker", startWorker],
])("The server as %s", (_, start) => {
  const handshake = (capabilities: object, test: (client: TestClient) => void) =>
    withClient({ capabilities }, async (client) => test(client), start());

  it("offers pull diagnostics to a client that pulls", () =>
    handshake(PULLS, ({ initialized }) => {
      expect(initialized).toEqual({
        serverInfo: { name: "bitlaw" },
        capabilities: {
          ...ALWAYS,
          diagnosticProvider: { interFileDependencies: true, workspaceDiagnostics: false },
        },
      });
    }));

  it("offers no pull diagnostics to a client that waits for them", () =>
    handshake(WAITS, ({ initialized }) => {
      expect(initialized).toEqual({ serverInfo: { name: "bitlaw" }, capabilities: ALWAYS });
    }));
});

it("The server registers for changes of its settings where the client lets it", () =>
  withClient(
    { capabilities: { ...PULLS, workspace: { didChangeConfiguration: { dynamicRegistration: true } } } },
    async (client) => {
      await client.pull("file:///unopened.yaml");
      expect(client.registered).toEqual(["workspace/didChangeConfiguration"]);
    },
  ));

it("The server watches the files that runs are made of where the client lets it", () =>
  withClient(
    { capabilities: { ...PULLS, workspace: { didChangeWatchedFiles: { dynamicRegistration: true } } } },
    async (client) => {
      await client.pull("file:///unopened.yaml");
      expect(client.registered).toEqual(["workspace/didChangeWatchedFiles"]);
    },
  ));
