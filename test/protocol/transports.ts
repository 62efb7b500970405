import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import {
  type MessageReader,
  type MessageWriter,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-languageserver/node";
import { WorkerMessageReader, WorkerMessageWriter } from "./workerMessages.ts";

/** A running server and the way to talk with it. */
export interface Transport {
  readonly reader: MessageReader;
  readonly writer: MessageWriter;
  /** Ends the server, politely by `exit`, and gives its exit code; null where it had to be stopped. */
  end(exit: () => Promise<void>): Promise<number | null>;
}

export interface ProcessTransport extends Transport {
  readonly process: ChildProcess;
}

/** The server as a process over stdio, as editors start it. */
export function startProcess(
  program = "server.node.js",
  args: readonly string[] = ["--stdio"],
): ProcessTransport {
  const server = spawn(process.execPath, [bundle(program), ...args], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  const exited = once(server, "exit") as Promise<[number | null]>;
  return {
    process: server,
    reader: new StreamMessageReader(server.stdout),
    writer: new StreamMessageWriter(server.stdin),
    async end(exit) {
      await exit();
      const [code] = await exited;
      return code;
    },
  };
}

/** The server as a web worker: a thread that has the globals of a worker and none of Node's. */
export function startWorker(): Transport {
  const worker = new Worker(new URL("./webWorker.mjs", import.meta.url), {
    workerData: { bundle: bundle("server.js") },
  });
  return {
    reader: new WorkerMessageReader(worker),
    writer: new WorkerMessageWriter(worker),
    async end(exit) {
      await exit();
      await worker.terminate();
      return null;
    },
  };
}

export function bundle(name: string): string {
  return fileURLToPath(new URL(`../../dist/${name}`, import.meta.url));
}
