import { cp, mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { startCodeServer } from "../../.scripts/code-server.mjs";
import { root } from "../../.scripts/root.mjs";
import { startVscodeWeb } from "../../.scripts/vscode-web.mjs";
import { vsix } from "../../.scripts/vsix.mjs";

/** Runs the editor for as long as the tests run; they get its kind, its address and the folder it shows. */
export default async function serveEditor({ provide }) {
  await rm(path.join(root, "test/editor/screenshots/actual"), { recursive: true, force: true });
  const workspace = await mkdtemp(path.join(os.tmpdir(), "bitlaw-workspace-"));
  for (const folder of ["examples", "test/editor/workspace"]) {
    await cp(path.join(root, folder), workspace, { recursive: true });
  }

  const kind = process.env.BITLAW_EDITOR ?? "web";
  const editor =
    kind === "code-server" ? await startCodeServer({ vsix }) : await startVscodeWeb({ folder: workspace });
  provide("editor", { kind, url: editor.url, workspace });
  return async () => {
    await editor.stop();
    await rm(workspace, { recursive: true, force: true });
  };
}
