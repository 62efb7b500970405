import {
  chmodSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { replaceFile } from "../../../server/cli/disk/writeThenRename.ts";

const [OLD, NEW] = [Buffer.from("old"), Buffer.from("new")];

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), "bitlaw-replace-"));
});
afterEach(() => rmSync(folder, { recursive: true }));
const file = (name: string) => path.join(folder, name);

it("A file that is as it was read is replaced, with its mode, which is wider than new files have", async () => {
  writeFileSync(file("a"), OLD);
  chmodSync(file("a"), 0o666);
  expect(await replaceFile(file("a"), OLD, NEW)).toBeUndefined();
  expect(readFileSync(file("a"))).toEqual(NEW);
  expect(statSync(file("a")).mode & 0o777).toBe(0o666);
  expect(readdirSync(folder)).toEqual(["a"]);
});

it("A link stays a link, and the file that it leads to is replaced in its own folder", async () => {
  mkdirSync(file("real"));
  writeFileSync(file("real/a"), OLD);
  symlinkSync("real/a", file("link"));
  expect(await replaceFile(file("link"), OLD, NEW)).toBeUndefined();
  expect(lstatSync(file("link")).isSymbolicLink()).toBe(true);
  expect(readFileSync(file("real/a"))).toEqual(NEW);
  expect([readdirSync(folder), readdirSync(file("real"))]).toEqual([["link", "real"], ["a"]]);
});

it("A file that changed since it was read is left as it is, and nothing beside it", async () => {
  writeFileSync(file("a"), "of somebody else");
  expect(await replaceFile(file("a"), OLD, NEW)).toBe(
    "it changed while it was fixed, and is left as it is; run the check again",
  );
  expect(readFileSync(file("a"), "utf8")).toBe("of somebody else");
  expect(readdirSync(folder)).toEqual(["a"]);
});

it("A file that is gone, or has become a folder, costs a line and leaves nothing behind", async () => {
  mkdirSync(file("folder"));
  expect(await replaceFile(file("gone"), OLD, NEW)).toContain("could not be written");
  expect(await replaceFile(file("folder"), OLD, NEW)).toContain("could not be written");
  expect(readdirSync(folder)).toEqual(["folder"]);
});
