import { isMainThread } from "node:worker_threads";
import pc from "picocolors";
import manifest from "../../package.json" with { type: "json" };
import { checkWorker } from "../cli/check/checkWorker.ts";
import { runCommandLine } from "../cli/commandLine.ts";
import type { Severity } from "../lint/Finding.ts";
import { PLAIN, type Style } from "../lint/report/textReport.ts";
import { serveEditor } from "./serveEditor.ts";

const COLOURS: Readonly<Record<Severity, (text: string) => string>> = {
  error: pc.red,
  warning: pc.yellow,
  information: pc.blue,
  hint: pc.cyan,
};

const style: Style =
  pc.isColorSupported && process.stdout.isTTY
    ? { severity: (severity, text) => COLOURS[severity](text), strong: pc.bold, faint: pc.dim }
    : PLAIN;

/** The command line of the process. */
async function main(): Promise<void> {
  // A reader such as `head` may close the pipe before the end; nobody misses the rest.
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
  });

  const cancel = new AbortController();
  // The first Ctrl-C ends a long task cleanly; nothing listens for a second one, which ends the process.
  const onInterrupt = () => cancel.abort();

  process.exitCode = await runCommandLine(
    process.argv.slice(2),
    manifest.version,
    {
      out: (text) => process.stdout.write(text),
      error: (text) => process.stderr.write(text),
      style,
      ...(process.stderr.isTTY && {
        progress: (line: string | undefined) => process.stderr.write(`\r\u001b[K${line ?? ""}`),
      }),
    },
    {
      worker: new URL("./fit-worker.js", import.meta.url),
      checkWorker: new URL(import.meta.url),
      serveEditor,
      get signal() {
        process.once("SIGINT", onInterrupt);
        process.once("SIGTERM", onInterrupt);
        return cancel.signal;
      },
    },
  );
  process.removeListener("SIGINT", onInterrupt);
  process.removeListener("SIGTERM", onInterrupt);
}

// The same file is the script of the workers of a check: a second bundle of the engine would be as large again.
if (isMainThread) await main();
else checkWorker();
