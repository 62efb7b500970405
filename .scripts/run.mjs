import { spawn } from "node:child_process";
import { createRequire } from "node:module";
import { root } from "./root.mjs";

const require = createRequire(import.meta.url);
const windows = process.platform === "win32";

/** A command that ended badly; it has printed its own reasons. */
export class CommandFailed extends Error {
  constructor(command, exitCode) {
    super(`${command} ended with exit code ${exitCode}`);
    this.exitCode = exitCode;
  }
}

/** Runs a command to its end, its output going where ours goes unless `options.stdio` says otherwise. */
export function run(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    // npm and npx are .cmd files on Windows, which only a shell can start.
    const child = spawn(command, args, { cwd: root, stdio: "inherit", shell: windows, ...options });
    child.on("error", reject);
    child.on("close", (code, signal) => {
      if (code === 0) resolve();
      else reject(new CommandFailed(command, code ?? (signal === "SIGINT" ? 130 : 1)));
    });
  });
}

/** Runs a JavaScript program with the Node that runs us. */
export function runNode(program, args = [], options = {}) {
  return run(process.execPath, [program, ...args], { shell: false, ...options });
}

/** Runs the program that a package in node_modules puts on the PATH. */
export function runPackage(name, args = [], options = {}) {
  const manifest = require(`${root}/node_modules/${name}/package.json`);
  const bin = typeof manifest.bin === "string" ? manifest.bin : Object.values(manifest.bin)[0];
  return runNode(`${root}/node_modules/${name}/${bin}`, args, options);
}
