import { deflateRawSync } from "node:zlib";
import { expect, test } from "vitest";
import { vsixProblems } from "../../.scripts/vsix-problems.mjs";
import { zipEntries } from "../../.scripts/zip-entries.mjs";

const complete = [
  "[Content_Types].xml",
  "extension.vsixmanifest",
  "extension/package.json",
  "extension/readme.md",
  "extension/LICENSE.txt",
  "extension/dist/client.node.cjs",
  "extension/dist/client.browser.js",
  "extension/dist/server.node.js",
  "extension/dist/server.js",
  "extension/dist/THIRD-PARTY-NOTICES.txt",
  "extension/syntaxes/bitlaw.injection.json",
  "extension/syntaxes/bitlaw.injection.legacy.json",
];

test("a complete package passes", () => {
  expect(vsixProblems({ bytes: 500_000, files: complete })).toEqual([]);
});

test("a package above 1.25 MiB is refused", () => {
  // 1,331,200 = 1,300 · 1,024
  expect(vsixProblems({ bytes: 1_331_200, files: complete })).toEqual(["is 1300 KiB, more than 1280 KiB"]);
});

test("a package without the web worker's server is refused", () => {
  const files = complete.filter((file) => file !== "extension/dist/server.js");
  expect(vsixProblems({ bytes: 1, files })).toEqual(["lacks extension/dist/server.js"]);
});

test.each([
  "extension/server/lint/rule.ts",
  "extension/node_modules/yaml/package.json",
  "extension/test/unit/law.test.ts",
  "extension/dist/server.node.js.map",
  "extension/.ci/run",
])("a package with %s is refused", (file) => {
  expect(vsixProblems({ bytes: 1, files: [...complete, file] })).toEqual([
    `holds ${file}; leave it out in .vscodeignore`,
  ]);
});

test("zipEntries lists the files of an archive, its comment skipped", () => {
  expect(zipEntries(archive(["a.txt", "folder/b.txt"], "made by hand"))).toEqual(["a.txt", "folder/b.txt"]);
  expect(() => zipEntries(Buffer.alloc(100))).toThrow("not a zip archive");
});

/** The smallest archive with these files, each of them empty. */
function archive(names, comment) {
  const content = deflateRawSync("");
  const locals = names.map((name) =>
    Buffer.concat([
      header(0x04034b50, 30, { 18: content.length, 26: name.length }),
      Buffer.from(name),
      content,
    ]),
  );
  let offset = 0;
  const entries = names.map((name, index) => {
    const entry = Buffer.concat([
      header(0x02014b50, 46, { 20: content.length, 28: name.length }),
      Buffer.from(name),
    ]);
    entry.writeUInt32LE(offset, 42);
    offset += locals[index].length;
    return entry;
  });
  const directory = Buffer.concat(entries);
  const end = header(0x06054b50, 22, { 8: names.length, 10: names.length, 20: comment.length });
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, directory, end, Buffer.from(comment)]);
}

function header(signature, length, fields) {
  const bytes = Buffer.alloc(length);
  bytes.writeUInt32LE(signature, 0);
  for (const [at, value] of Object.entries(fields)) bytes.writeUInt16LE(value, Number(at));
  return bytes;
}
