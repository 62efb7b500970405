import { chromium } from "playwright-core";
import { canInstallDebianPackages, installDebianPackages } from "./debian-packages.mjs";
import { isExecutable, onPath } from "./on-path.mjs";
import { runPackage } from "./run.mjs";
import { NeedsAttention } from "./steps.mjs";

const programs = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge"];
const macApplications = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

/** The path of a Chromium for the editor tests, installed first where there is none. */
export async function ensureChromium() {
  const asked = process.env.CHROMIUM_PATH;
  if (asked) {
    if (isExecutable(asked)) return asked;
    throw new NeedsAttention(`CHROMIUM_PATH names ${asked}, which is not a program.`);
  }
  const found = findChromium();
  if (found) return found;

  console.log("  No Chromium on this machine; installing one …");
  try {
    if (canInstallDebianPackages()) await installDebianPackages(["chromium"]);
    else await runPackage("playwright-core", ["install", "chromium"]);
  } catch (error) {
    throw new NeedsAttention(
      `Chromium could not be installed (${error.message}).\n` +
        "Install Chromium or Chrome by hand, or set CHROMIUM_PATH to one.",
    );
  }
  const installed = findChromium();
  if (installed) return installed;
  throw new NeedsAttention("Chromium was installed but is not where it should be; set CHROMIUM_PATH to it.");
}

function findChromium() {
  for (const program of programs) {
    const file = onPath(program);
    if (file) return file;
  }
  return [...macApplications, chromium.executablePath()].find(isExecutable);
}
