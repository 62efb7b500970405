import { rm } from "node:fs/promises";
import path from "node:path";
import { startCodeServer } from "../../.scripts/code-server.mjs";
import { root } from "../../.scripts/root.mjs";
import { startVscodeWeb } from "../../.scripts/vscode-web.mjs";
import { vsix } from "../../.scripts/vsix.mjs";
import { workspace } from "./workspace.mjs";

/** Runs the editor for as long as the tests run; they get its kind and address. */
export default async function serveEditor({ provide }) {
  await rm(path.join(root, "test/editor/screenshots/actual"), { recursive: true, force: true });
  const kind = process.env.BITLAW_EDITOR ?? "web";
  const editor =
    kind === "code-server"
      ? await startCodeServer({ vsix })
      : await startVscodeWeb({ folder: path.join(root, workspace) });
  provide("editor", { kind, url: editor.url, workspace: path.join(root, workspace) });
  return editor.stop;
}
