import { execFileSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import path from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { CLEAN, CONFLICTING } from "../protocol/configs.ts";
import { Workplace } from "./runBitlaw.ts";

let place: Workplace;
beforeEach(() => {
  place = new Workplace();
});
afterEach(() => place.remove());

/** A pipe that nobody writes to: opening it to read waits for ever. */
function pipe(name: string): void {
  const file = path.join(place.folder, name);
  mkdirSync(path.dirname(file), { recursive: true });
  execFileSync("mkfifo", [file]);
}

it.each([
  [".bitlaw.yaml", ".bitlaw.yaml:1:1: The project file cannot be read: it is a device or a pipe.\n"],
  [
    ".bitlaw/laws/own.json",
    ".bitlaw/laws/own.json: The law file cannot be read: it is a device or a pipe.\n",
  ],
])("%s that is a pipe is a problem, and the configs are checked all the same", (name, says) => {
  pipe(name);
  place.write({ "conflicting.yaml": CONFLICTING });
  const { code, out, error } = place.run("check", ".");
  expect(error).toBe(says);
  expect(out).toMatch(/\[conflicting-precision\]\n$/);
  expect(code).toBe(2);
});

it("a companion that is a pipe is not read, and its config says so", () => {
  pipe("engine.json");
  place.write({ "train.yaml": `${CLEAN}deepspeed: engine.json\n` });
  expect(place.run("check", "train.yaml").out).toMatch(
    /`engine\.json`: it is a device or a pipe\. .*\[unread-companion\]\n$/,
  );
});
