import { readdir, readFile } from "node:fs/promises";
import path from "node:path";

const packageFolder = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//;

/**
 * The license texts of the packages that ended up in the bundles, as their licenses demand: each text once, below the
 * names of all packages that have it.
 * @param {string} root the folder that `inputs` are relative to
 * @param {Iterable<string>} inputs the bundled files, as in esbuild's metafile
 */
export async function thirdPartyNotices(root, inputs) {
  const folders = new Set();
  for (const input of inputs) {
    const folder = packageFolder.exec(input)?.[1];
    if (folder) folders.add(folder);
  }
  const packages = await Promise.all([...folders].sort().map((folder) => noticeOf(path.join(root, folder))));
  const sections = [...headingsByText(packages)].map(
    ([text, headings]) => `${headings.join("\n")}\n\n${text}\n`,
  );
  return sections.join(`\n${"-".repeat(80)}\n\n`);
}

/** A package may be there twice, where two others each have their own copy. */
function headingsByText(packages) {
  const byText = new Map();
  for (const { heading, text } of packages) {
    const headings = byText.get(text) ?? [];
    if (!headings.includes(heading)) byText.set(text, [...headings, heading]);
  }
  return byText;
}

/** A package's name, and its LICENSE and NOTICE. The Apache license asks for both. */
async function noticeOf(folder) {
  const { name, version, license } = JSON.parse(await readFile(path.join(folder, "package.json"), "utf8"));
  const entries = (await readdir(folder)).sort();
  const files = [/^licen[sc]e/i, /^notice/i].flatMap(
    (wanted) => entries.find((entry) => wanted.test(entry)) ?? [],
  );
  const texts = await Promise.all(files.map((file) => readFile(path.join(folder, file), "utf8")));
  return {
    heading: `${name} ${version} (${license})`,
    text: texts.map((text) => text.replaceAll("\r\n", "\n").trim()).join("\n\n"),
  };
}
