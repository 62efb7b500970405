import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { thirdPartyNotices } from "../../.scripts/third-party-notices.mjs";

let project;

beforeEach(async () => {
  project = await mkdtemp(path.join(os.tmpdir(), "bitlaw-notices-"));
});
afterEach(() => rm(project, { recursive: true }));

/** Installs packages `{ "name": { LICENSE: "…" } }` of version 1.0.0, and gives the notices of a bundle of all their files. */
async function notices(packages) {
  for (const [name, files] of Object.entries(packages)) {
    const folder = path.join(project, "node_modules", name);
    await mkdir(folder, { recursive: true });
    const manifest = { name: path.basename(name), version: "1.0.0", license: "MIT" };
    await writeFile(path.join(folder, "package.json"), JSON.stringify(manifest));
    for (const [file, text] of Object.entries(files)) await writeFile(path.join(folder, file), text);
  }
  const inputs = Object.keys(packages).flatMap((name) => [
    `node_modules/${name}/index.js`,
    `node_modules/${name}/lib/b.js`,
  ]);
  return thirdPartyNotices(project, ["server/entry/cli.ts", ...inputs]);
}

const line = "-".repeat(80);

test("a license text stands once, below all packages that have it", async () => {
  expect(
    await notices({
      a: { LICENSE: "Copyright A\n" },
      b: { "LICENSE.md": "Copyright B\r\nMIT" },
      c: { licence: "Copyright A" },
    }),
  ).toBe(`a 1.0.0 (MIT)\nc 1.0.0 (MIT)\n\nCopyright A\n\n${line}\n\nb 1.0.0 (MIT)\n\nCopyright B\nMIT\n`);
});

test("a NOTICE follows the license, and packages with other notices do not share a text", async () => {
  expect(
    await notices({
      a: { LICENSE: "Apache", NOTICE: "Copyright 2024" },
      b: { LICENSE: "Apache", NOTICE: "Copyright 2026" },
    }),
  ).toBe(
    `a 1.0.0 (MIT)\n\nApache\n\nCopyright 2024\n\n${line}\n\nb 1.0.0 (MIT)\n\nApache\n\nCopyright 2026\n`,
  );
});

test("a second copy of a package is named once", async () => {
  const license = { LICENSE: "Copyright A" };
  expect(await notices({ a: license, "b/node_modules/a": license })).toBe("a 1.0.0 (MIT)\n\nCopyright A\n");
});
