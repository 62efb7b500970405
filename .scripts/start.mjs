/** `npm start`: VS Code with Bitlaw on the examples; on the desktop where `code` is there, else (or with `--web`) in the browser. */
import path from "node:path";
import { ensureDependencies } from "./dependencies.mjs";
import { onPath } from "./on-path.mjs";
import { openBrowser } from "./open-browser.mjs";
import { root } from "./root.mjs";
import { CommandFailed, run, runNode } from "./run.mjs";
import { explain } from "./steps.mjs";

const examples = path.join(root, "examples");
/** Shown first, because it has a finding, fixes and a curve. */
const example = "overtrained-fp4.megatron.yaml";

try {
  await ensureDependencies();
  console.log("  Building …");
  await runNode(path.join(root, ".scripts/build.mjs"));
  if (onPath("code") && !process.argv.includes("--web")) await openDesktop();
  else await serveWeb();
} catch (error) {
  explain(error);
  process.exit(error instanceof CommandFailed ? error.exitCode : 1);
}

async function openDesktop() {
  console.log("  Opening VS Code on examples/ …");
  await run("code", [
    "--new-window",
    `--extensionDevelopmentPath=${root}`,
    examples,
    path.join(examples, example),
  ]);
}

async function serveWeb() {
  console.log("  Starting VS Code for the Web …");
  // Imported here because the packages it needs may have been installed only now.
  const { startVscodeWeb } = await import("./vscode-web.mjs");
  const editor = await startVscodeWeb({ folder: examples, port: 3000 });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
    process.once(signal, async () => {
      await editor.stop();
      process.exit(0);
    });
  }
  const open = JSON.stringify([["openFile", `vscode-test-web://mount/${example}`]]);
  const url = `${editor.url}?payload=${encodeURIComponent(open)}`;
  openBrowser(url);
  console.log(`\n  Open ${url}\n  Ctrl+C ends it.\n  Changes to the examples stay in the browser.`);
  await editor.ended;
}
