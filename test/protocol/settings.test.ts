import { expect, it } from "vitest";
import type { ClientCapabilities } from "vscode-languageserver/node";
import { CONFLICTING, OVERTRAINED } from "./configs.ts";
import { PULLS, type TestClient } from "./TestClient.ts";
import { withClient } from "./withClient.ts";

const FILE = "file:///a/train.yaml";
const CONFIGURED: ClientCapabilities = { ...PULLS, workspace: { configuration: true } };
const REFRESHED: ClientCapabilities = {
  ...PULLS,
  workspace: { configuration: true, diagnostics: { refreshSupport: true } },
};
const WAITING: ClientCapabilities = { workspace: { configuration: true } };

it("Settings are asked per resource, and once", () => {
  const configuration = ({ scopeUri }: { scopeUri?: string }) => ({ enable: scopeUri !== FILE });
  return withClient({ capabilities: CONFIGURED, configuration }, async (client) => {
    const other = "file:///b/train.yaml";
    await client.open(FILE, CONFLICTING);
    await client.open(other, CONFLICTING);
    expect(await client.pull(FILE)).toEqual([]);
    expect(await client.rules(other)).toEqual(["conflicting-precision"]);
    await client.hover(other, { line: 7, character: 7 });
    await client.pull(FILE);
    expect(client.asked).toEqual([FILE, other]);
  });
});

it("A rule that is off is silent, and a severity is the one that was asked for", async () => {
  for (const [severity, expected] of [
    ["off", []],
    ["hint", [4]],
    ["information", [3]],
    ["warning", [2]],
    ["error", [1]],
  ] as const) {
    const configuration = () => ({ rules: { "conflicting-precision": severity } });
    await withClient({ capabilities: CONFIGURED, configuration }, async (client) => {
      await client.open(FILE, CONFLICTING);
      expect((await client.pull(FILE)).map((diagnostic) => diagnostic.severity)).toEqual(expected);
    });
  }
});

it.each<[string, () => unknown]>([
  ["null", () => null],
  ["text", () => "bitlaw"],
  ["a number", () => 7],
  ["a list", () => [null]],
  ["rules that are no object", () => ({ enable: "yes", rules: 3 })],
  ["severities that do not exist", () => ({ rules: { "conflicting-precision": "loud", "": null } })],
  ["facts, laws and thresholds of the wrong shape", () => ({ declare: [64], laws: "all", thresholds: 1 })],
  ["facts and laws that are unknown", () => ({ declare: { gpus: "many", hardware: 7 }, laws: ["moore"] })],
  ["a prototype", () => JSON.parse(`{"rules":{"__proto__":"off","constructor":"error"}}`)],
])("A client that answers %s gets the defaults", (_, configuration) =>
  withClient({ capabilities: CONFIGURED, configuration }, async (client) => {
    await client.open(FILE, CONFLICTING);
    expect((await client.pull(FILE)).map(({ severity }) => severity)).toEqual([1]);
  }),
);

it("A client that answers with an error gets the defaults", () => {
  const configuration = () => {
    throw new Error("no settings today");
  };
  return withClient({ capabilities: CONFIGURED, configuration }, async (client) => {
    await client.open(FILE, CONFLICTING);
    expect(await client.rules(FILE)).toEqual(["conflicting-precision"]);
  });
});

it("A client without configuration is not asked, and may push its settings", () =>
  withClient({}, async (client) => {
    await client.open(FILE, CONFLICTING);
    expect(await client.rules(FILE)).toEqual(["conflicting-precision"]);
    await client.changeSettings({ bitlaw: { rules: { "conflicting-precision": "off" } } });
    expect(await client.rules(FILE)).toEqual([]);
    for (const nothing of [null, {}, [], { bitlaw: null }]) {
      await client.changeSettings(nothing);
      expect(await client.rules(FILE)).toEqual(["conflicting-precision"]);
    }
    expect(client.asked).toEqual([]);
  }));

/** Settings that a test can switch while the server runs. */
function switchable() {
  const settings = { enable: true };
  return { settings, configuration: () => ({ ...settings }) };
}

it("A change of settings refreshes a client that pulls", () => {
  const { settings, configuration } = switchable();
  return withClient({ capabilities: REFRESHED, configuration }, async (client) => {
    await client.open(FILE, CONFLICTING);
    expect(await client.pull(FILE)).toHaveLength(1);
    settings.enable = false;
    const refreshed = client.refresh();
    await client.changeSettings(null);
    await refreshed;
    expect(await client.pull(FILE)).toEqual([]);
  });
});

it("A change of settings counts for a client that pulls and cannot be refreshed", () => {
  const { settings, configuration } = switchable();
  return withClient({ capabilities: CONFIGURED, configuration }, async (client) => {
    await client.open(FILE, CONFLICTING);
    expect(await client.pull(FILE)).toHaveLength(1);
    settings.enable = false;
    await client.changeSettings(null);
    expect(await client.pull(FILE)).toEqual([]);
  });
});

it("A change of settings publishes every open document again", () => {
  const { settings, configuration } = switchable();
  return withClient({ capabilities: WAITING, configuration }, async (client) => {
    const uris = [FILE, "file:///b/train.yaml"];
    for (const uri of uris) await client.open(uri, CONFLICTING);
    for (const uri of uris) expect((await client.publication(uri)).diagnostics).toHaveLength(1);
    settings.enable = false;
    await client.changeSettings(null);
    for (const uri of uris) await client.publication(uri, ({ diagnostics }) => diagnostics.length === 0);
  });
});

it("A change of the workspace folders asks for the settings again", () =>
  withClient(
    {
      capabilities: { ...CONFIGURED, workspace: { configuration: true, workspaceFolders: true } },
      configuration: () => null,
      workspaceFolders: ["file:///a"],
    },
    async (client) => {
      await client.open(FILE, CONFLICTING);
      await client.pull(FILE);
      const event = { added: [{ uri: "file:///a/b", name: "b" }], removed: [] };
      await client.connection.sendNotification("workspace/didChangeWorkspaceFolders", { event });
      await client.pull(FILE);
      expect(client.asked).toEqual([FILE, FILE]);
    },
  ));

it("A client that refuses a refresh or a registration does not end the server", () => {
  const capabilities: ClientCapabilities = {
    ...REFRESHED,
    workspace: { ...REFRESHED.workspace, didChangeConfiguration: { dynamicRegistration: true } },
  };
  const refuse = (client: TestClient, method: string) =>
    client.connection.onRequest(method, () => {
      throw new Error("not here");
    });
  return withClient({ capabilities, configuration: () => null }, async (client) => {
    refuse(client, "workspace/diagnostic/refresh");
    refuse(client, "client/registerCapability");
    await client.open(FILE, CONFLICTING);
    await client.changeSettings(null);
    for (let i = 0; i < 3; i++) expect(await client.pull(FILE)).toHaveLength(1);
  });
});

const NO_CONFLICTS = { rules: { "conflicting-precision": "off" } };

it("The settings of the initialization hold for an editor that answers null, and for one that cannot be asked", async () => {
  const pulls = { ...PULLS, workspace: { configuration: true } };
  await withClient(
    { capabilities: pulls, configuration: () => null, initializationOptions: NO_CONFLICTS },
    async (client) => {
      await client.open(FILE, CONFLICTING);
      expect(await client.rules(FILE)).toEqual([]);
    },
  );
  await withClient({ initializationOptions: NO_CONFLICTS }, async (client) => {
    await client.open(FILE, CONFLICTING);
    // Emacs and Sublime push whatever they have after the start, often nothing.
    await client.changeSettings({});
    expect(await client.rules(FILE)).toEqual([]);
  });
});

it("What an editor says later goes before the settings of the initialization, one by one", () =>
  withClient({ initializationOptions: { enable: false, ...NO_CONFLICTS } }, async (client) => {
    await client.open(FILE, CONFLICTING);
    expect(await client.rules(FILE)).toEqual([]);
    await client.changeSettings({ bitlaw: { enable: true } });
    expect(await client.rules(FILE)).toEqual([]);
    await client.changeSettings({ bitlaw: { enable: true, rules: { "conflicting-precision": "hint" } } });
    expect((await client.pull(FILE))[0]?.severity).toBe(4);
  }));

/** 64 processes × 8 sequences × 2,048 tokens × 1,000 steps, if somebody says how many processes there are. */
const STEPS = CONFLICTING.replace("num_train_epochs: 1", "max_steps: 1000\nmax_seq_length: 2048");
const DECLARES_64 = new Map([["file:///a/.bitlaw.yaml", "declare: { world_size: 64 }\n"]]);

it("A fact that a setting declares counts before the project file's, and the hover names the setting", async () => {
  const configuration = () => ({ declare: { world_size: 128 } });
  const workspace = { workspaceFolders: ["file:///a"], files: DECLARES_64 };
  await withClient({ capabilities: CONFIGURED, configuration, ...workspace }, async (client) => {
    await client.open(FILE, STEPS);
    const hover = JSON.stringify(await client.hover(FILE, { line: 3, character: 3 }));
    expect(hover).toContain("128 (declared in `bitlaw.declare`)");
    expect(hover).not.toContain(".bitlaw.yaml");
  });
});

it("A comment in the config counts before a setting", () => {
  const configuration = () => ({ declare: { world_size: 128 } });
  return withClient({ capabilities: CONFIGURED, configuration }, async (client) => {
    await client.open(FILE, `${STEPS}# bitlaw: world_size=32\n`);
    const hover = JSON.stringify(await client.hover(FILE, { line: 3, character: 3 }));
    expect(hover).toContain("32 (declared)");
    expect(hover).not.toContain("128");
  });
});

it("Only the laws that a setting names predict, whatever the project file names", async () => {
  const asked = async (laws: readonly string[]) => {
    const files = new Map([["file:///a/.bitlaw.yaml", "laws: { use: [sun-2025] }\n"]]);
    const options = { capabilities: CONFIGURED, workspaceFolders: ["file:///a"], files };
    let hover = "";
    await withClient({ ...options, configuration: () => ({ laws }) }, async (client) => {
      await client.open(FILE, OVERTRAINED);
      hover = JSON.stringify(await client.hover(FILE, { line: 15, character: 21 }));
    });
    return ["sun-2025", "chen-2025"].filter((name) => hover.includes(name));
  };
  // A hover names the laws that it asks, those that do not apply as well.
  expect(await asked([])).toEqual(["sun-2025"]);
  expect(await asked(["chen-2025"])).toEqual(["chen-2025"]);
});
