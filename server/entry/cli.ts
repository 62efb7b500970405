#!/usr/bin/env node
import { isMainThread } from "node:worker_threads";
import pc from "picocolors";
import supportsHyperlinks from "supports-hyperlinks";
import { version } from "../../package.json";
import { runCommandLine } from "../cli/commandLine.ts";
import { wantsColour } from "../cli/terminal/wantsColour.ts";
import type { Style } from "../lint/report/Style.ts";
import type { Severity } from "../lint/Severity.ts";
import { serveEditor } from "./serveEditor.ts";

const colours = pc.createColors(
  wantsColour(process.argv.slice(2), process.env, process.stdout.isTTY === true),
);

const SEVERITIES: Readonly<Record<Severity, (text: string) => string>> = {
  error: colours.red,
  warning: colours.yellow,
  information: colours.blue,
  hint: colours.cyan,
};

const style: Style = {
  severity: (severity, text) => SEVERITIES[severity](text),
  strong: colours.bold,
  faint: colours.dim,
  // OSC 8; a terminal that does not know it may show the target in the text.
  link: (text, target) =>
    supportsHyperlinks.stdout ? `\u001b]8;;${target}\u001b\\${text}\u001b]8;;\u001b\\` : text,
};

/** The command line of the process. */
async function main(): Promise<void> {
  // A reader such as `head` may close the pipe before the end; then the rest is not needed.
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
  });

  const cancel = new AbortController();
  // The first Ctrl-C ends a long task cleanly; nothing listens for a second one, which ends the process.
  const onInterrupt = () => cancel.abort();

  process.exitCode = await runCommandLine(
    process.argv.slice(2),
    version,
    {
      out: (text) => process.stdout.write(text),
      error: (text) => process.stderr.write(text),
      style,
      ...(process.stderr.isTTY &&
        process.env["TERM"] !== "dumb" && {
          progress: (line: string | undefined) => process.stderr.write(`\r\u001b[K${line ?? ""}`),
        }),
    },
    {
      fitWorker: new URL("./fit-worker.js", import.meta.url),
      checkWorker: new URL(import.meta.url),
      rulePages: new URL("../docs/rules/", import.meta.url),
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

/** Whether the folder that the process was started in is still there. */
function hasFolder(): boolean {
  try {
    return process.cwd() !== "";
  } catch {
    process.stderr.write("The current folder is not there any more: change to another one.\n");
    process.exitCode = 2;
    return false;
  }
}

// The same file is the script of the workers of a check: a second bundle of the engine would be as large again.
if (isMainThread) {
  if (hasFolder()) await main();
} else (await import("../cli/check/checkWorker.ts")).checkWorker();
