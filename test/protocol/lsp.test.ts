import { spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { createServer, type Socket } from "node:net";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { SocketMessageReader, SocketMessageWriter } from "vscode-languageserver/node";
import { CONFLICTING } from "./configs.ts";
import { TestClient } from "./TestClient.ts";
import { bundle, startProcess } from "./transports.ts";

const FILE = "file:///work/train.yaml";

describe("`bitlaw lsp`", () => {
  it.each([[[]], [["--stdio"]], [[`--clientProcessId=${process.pid}`]]])(
    "with %j serves the same findings as the server of the extension, and exits with 0",
    async (args: string[]) => {
      const client = await TestClient.start(startProcess("bitlaw.js", ["lsp", ...args]));
      await client.open(FILE, CONFLICTING);
      expect(await client.rules(FILE)).toEqual(["conflicting-precision"]);
      expect(await client.stop()).toBe(0);
    },
  );

  it("connects to the port where an editor listens", async () => {
    const editor = createServer().listen(0, "127.0.0.1");
    await once(editor, "listening");
    const address = editor.address();
    const port = typeof address === "object" ? address?.port : undefined;
    const connected = once(editor, "connection") as Promise<[Socket]>;
    const server = startProcess("bitlaw.js", ["lsp", `--socket=${port}`]);
    const [socket] = await connected;
    const client = await TestClient.start({
      ...server,
      reader: new SocketMessageReader(socket),
      writer: new SocketMessageWriter(socket),
    });
    await client.open(FILE, CONFLICTING);
    expect(await client.rules(FILE)).toEqual(["conflicting-precision"]);
    expect(await client.stop()).toBe(0);
    editor.close();
  });

  it("says in one line that no editor listens, and exits with 2", () => {
    const { status, stdout, stderr } = run("--pipe=/nowhere/editor.sock");
    expect(stderr).toMatch(/^No editor listens at --pipe=\/nowhere\/editor\.sock\. .*\n$/);
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
  });

  it("refuses a port that is no number", () => {
    const { status, stderr } = run("--socket=here");
    expect(stderr).toContain("'here' is invalid");
    expect(status).toBe(2);
  });
});

it("The server links the rule pages that came with it where the client brings none", async () => {
  const client = await TestClient.start(startProcess());
  await client.open(FILE, CONFLICTING);
  const href = (await client.pull(FILE))[0]?.codeDescription?.href ?? "";
  expect(href).toMatch(/^file:.*\/docs\/rules\/conflicting-precision\.md$/);
  expect(existsSync(fileURLToPath(href))).toBe(true);
  await client.stop();
});

function run(...args: readonly string[]) {
  return spawnSync(process.execPath, [bundle("bitlaw.js"), "lsp", ...args], { encoding: "utf8", input: "" });
}
