import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import {
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-languageserver/node";
import { HOVER_AT } from "./trainingConfig.mjs";

/** Neither server may use the network. */
const SETTINGS = { validate: true, schemaStore: { enable: false } };

/** A language server over stdio and the times it takes, in milliseconds. */
export class MeasuredServer {
  #process;
  #connection;
  #incremental = false;
  #texts = new Map();
  #version = 1;
  #published = () => {};
  startTime = 0;

  static async start(module) {
    const server = new MeasuredServer();
    const began = performance.now();
    server.#process = spawn(process.execPath, [module, "--stdio"], { stdio: ["pipe", "pipe", "inherit"] });
    const { stdin, stdout } = server.#process;
    const connection = createProtocolConnection(
      new StreamMessageReader(stdout),
      new StreamMessageWriter(stdin),
    );
    server.#connection = connection;
    connection.onRequest("workspace/configuration", ({ items }) =>
      items.map(({ section }) => (section === "yaml" ? SETTINGS : null)),
    );
    connection.onRequest("client/registerCapability", () => null);
    connection.onNotification("textDocument/publishDiagnostics", (params) => server.#published(params));
    connection.listen();
    const { capabilities } = await connection.sendRequest("initialize", {
      processId: process.pid,
      rootUri: null,
      workspaceFolders: null,
      capabilities: { workspace: { configuration: true } },
    });
    server.startTime = performance.now() - began;
    const sync = capabilities.textDocumentSync;
    server.#incremental = (typeof sync === "object" ? sync.change : sync) === 2;
    await connection.sendNotification("initialized", {});
    return server;
  }

  async open(uri, text) {
    this.#texts.set(uri, text);
    const published = this.#nextPublication(uri);
    const textDocument = { uri, languageId: "yaml", version: this.#version, text };
    await this.#connection.sendNotification("textDocument/didOpen", { textDocument });
    await published;
  }

  /** From a change to the diagnostics of the changed text. */
  async keystroke(uri, change) {
    this.#version++;
    const published = this.#nextPublication(uri);
    const began = performance.now();
    await this.#connection.sendNotification("textDocument/didChange", {
      textDocument: { uri, version: this.#version },
      contentChanges: [this.#incremental ? change : { text: this.#applied(uri, change) }],
    });
    await published;
    return performance.now() - began;
  }

  async hover(uri) {
    const began = performance.now();
    await this.#connection.sendRequest("textDocument/hover", { textDocument: { uri }, position: HOVER_AT });
    return performance.now() - began;
  }

  /** Resident memory. */
  memory() {
    const { pid } = this.#process;
    const kibibytes =
      process.platform === "linux"
        ? /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1]
        : spawnSync("ps", ["-o", "rss=", "-p", String(pid)], { encoding: "utf8" }).stdout.trim();
    return `${(Number(kibibytes) / 1024).toFixed(0)} MiB`;
  }

  async stop() {
    const exited = once(this.#process, "exit");
    await this.#connection.sendRequest("shutdown");
    await this.#connection.sendNotification("exit");
    await exited;
    this.#connection.dispose();
  }

  #nextPublication(uri) {
    return new Promise((resolve) => {
      this.#published = (params) => {
        if (params.uri === uri && (params.version ?? this.#version) === this.#version) resolve(params);
      };
    });
  }

  #applied(uri, { range, text }) {
    const lines = this.#texts.get(uri).split("\n");
    const line = lines[range.start.line];
    lines[range.start.line] = line.slice(0, range.start.character) + text + line.slice(range.end.character);
    this.#texts.set(uri, lines.join("\n"));
    return this.#texts.get(uri);
  }
}
