import { readdir, readFile } from "node:fs/promises";
import path from "node:path";

const packageFolder = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//;

/**
 * The license texts of the packages that ended up in the bundles, as their licenses demand.
 * @param {string} root the folder that `inputs` are relative to
 * @param {Iterable<string>} inputs the bundled files, as in esbuild's metafile
 */
export async function thirdPartyNotices(root, inputs) {
  const folders = new Set();
  for (const input of inputs) {
    const folder = packageFolder.exec(input)?.[1];
    if (folder) folders.add(folder);
  }
  const notices = await Promise.all([...folders].sort().map((folder) => noticeOf(path.join(root, folder))));
  return [...new Set(notices)].join(`\n${"-".repeat(80)}\n\n`);
}

async function noticeOf(folder) {
  const { name, version, license } = JSON.parse(await readFile(path.join(folder, "package.json"), "utf8"));
  const file = (await readdir(folder)).find((entry) => /^licen[sc]e/i.test(entry));
  const text = file ? await readFile(path.join(folder, file), "utf8") : "";
  return `${name} ${version} (${license})\n\n${text.replaceAll("\r\n", "\n").trim()}\n`;
}
