import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { root } from "../../.scripts/root.mjs";

const page = (name) => readFileSync(path.join(root, name), "utf8");

/** Paths in backticks and in links, as the page shortens them; those with a placeholder are left out. */
function pathsIn(text) {
  const quoted = Array.from(text.matchAll(/`([\w.-]+\/[\w./-]*)`/g), ([, name]) => name);
  const linked = Array.from(text.matchAll(/\]\((?:\.\.\/)?([\w./-]+)\)/g), ([, name]) => name);
  return [...new Set([...quoted, ...linked])].filter((name) => !/NAME|^dist\//.test(name));
}

/** The pages shorten a path where the folder has just been named. */
const FROM = ["", "docs", "server", "server/lint", "server/lint/report"];
const isThere = (name) => FROM.some((folder) => existsSync(path.join(root, folder, name)));

describe.each(["docs/architecture.md", "CONTRIBUTING.md"])("%s", (name) => {
  test("names files and folders that there are", () => {
    const paths = pathsIn(page(name));
    expect(paths.length).toBeGreaterThan(10);
    expect(paths.filter((one) => !isThere(one))).toEqual([]);
  });
});

test("docs/architecture.md gives every folder of the engine its place", () => {
  const tour = page("docs/architecture.md");
  const folders = ["science", "config", "lint"].flatMap((layer) =>
    readdirSync(path.join(root, "server", layer), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => name),
  );
  expect(folders.filter((name) => !new RegExp(`\`${name}/?\``).test(tour))).toEqual([]);
});
