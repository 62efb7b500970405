import { spawnSync } from "node:child_process";
import { onPath } from "./on-path.mjs";
import { run } from "./run.mjs";

/** Whether we may install Debian packages here. */
export function canInstallDebianPackages() {
  return onPath("apt-get") !== undefined && process.getuid?.() === 0;
}

/** Those of the packages that are not installed; none where there is no dpkg to ask. */
export function missingDebianPackages(names) {
  if (!onPath("dpkg")) return [];
  return names.filter((name) => {
    const query = spawnSync("dpkg", ["--status", name], { encoding: "utf8" });
    return !query.stdout.includes("\nStatus: install ok installed\n");
  });
}

export async function installDebianPackages(names) {
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  await run("apt-get", ["update", "--quiet=2"], { env });
  await run("apt-get", ["install", "--yes", "--quiet=2", "--no-install-recommends", ...names], { env });
}
