import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";

const BITLAW = fileURLToPath(new URL("../../dist/bitlaw.js", import.meta.url));

export interface Outcome {
  readonly code: number | null;
  readonly out: string;
  readonly error: string;
}

/** A folder of its own for a test; null makes a folder. */
export class Workplace {
  readonly folder = mkdtempSync(path.join(os.tmpdir(), "bitlaw-cli-"));

  write(files: Readonly<Record<string, string | Uint8Array | null>>): void {
    for (const [name, content] of Object.entries(files)) {
      const file = path.join(this.folder, name);
      if (content === null) mkdirSync(file, { recursive: true });
      else {
        mkdirSync(path.dirname(file), { recursive: true });
        writeFileSync(file, content);
      }
    }
  }

  /** Runs the command line in the folder. */
  run(...args: readonly string[]): Outcome {
    return this.runWith({}, ...args);
  }

  /** As `run`, with something on standard input, or from a folder below. */
  runWith(
    { input = "", from = "." }: { readonly input?: string | Uint8Array; readonly from?: string },
    ...args: readonly string[]
  ): Outcome {
    const { status, stdout, stderr } = spawnSync(process.execPath, [BITLAW, ...args], {
      cwd: path.join(this.folder, from),
      encoding: "utf8",
      maxBuffer: 16 * 1024 * 1024,
      input,
    });
    return { code: status, out: stdout, error: stderr };
  }

  /** Starts the command line in the folder, and does not wait for it. */
  start(...args: readonly string[]): ChildProcess {
    return spawn(process.execPath, [BITLAW, ...args], { cwd: this.folder, stdio: "ignore" });
  }

  remove(): void {
    rmSync(this.folder, { recursive: true });
  }
}
