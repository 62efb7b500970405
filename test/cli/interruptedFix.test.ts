import type { ChildProcess } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { setTimeout } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { Workplace } from "./runBitlaw.ts";

// PyYAML reads 5e-5, without a point, as text: writing 5.0e-5 is safe.
const OLD = [
  "model_name_or_path: EleutherAI/pythia-1.4b",
  "output_dir: ./out",
  "learning_rate: 5e-5",
  "bf16: true",
  "",
].join("\n");
const NEW = OLD.replace("5e-5", "5.0e-5");

const FILES = Array.from({ length: 50 }, (_, i) => `run${String(i).padStart(2, "0")}.yaml`);

const ROUNDS = 6;

/** Milliseconds for all rounds; one takes about 2 s. */
const TIME_LIMIT = 120_000;

describe("bitlaw check --fix that is interrupted among 50 files", () => {
  let place: Workplace;
  beforeEach(() => {
    place = new Workplace();
    place.write(Object.fromEntries(FILES.map((file) => [file, OLD])));
  });
  afterEach(() => place.remove());

  const contents = () => FILES.map((file) => readFileSync(path.join(place.folder, file), "utf8"));
  const leftOver = () => readdirSync(place.folder).filter((name) => !FILES.includes(name));

  /** Waits until the first file is fixed: then it is at work. */
  async function atWork(child: ChildProcess): Promise<void> {
    const first = path.join(place.folder, FILES[0] ?? "");
    while (child.exitCode === null && readFileSync(first, "utf8") === OLD) await setTimeout(1);
  }

  function ended(child: ChildProcess): Promise<number | null> {
    return new Promise((resolve) => child.once("exit", resolve));
  }

  it(
    "leaves every file old or new, wherever it is killed, and a second run fixes the rest",
    async () => {
      for (let round = 0; round < ROUNDS; round++) {
        place.write(Object.fromEntries(FILES.map((file) => [file, OLD])));
        const child = place.start("check", "--fix", ".");
        const end = ended(child);
        await atWork(child);
        await setTimeout(Math.random() * 200);
        child.kill("SIGKILL");
        await end;
        for (const content of contents()) expect([OLD, NEW]).toContain(content);
        for (const name of leftOver()) expect(name).toMatch(/^run\d\d\.yaml\..*\.part$/);
      }
      place.run("check", "--fix", ".");
      expect(new Set(contents())).toEqual(new Set([NEW]));
    },
    TIME_LIMIT,
  );

  it.each(["SIGINT", "SIGTERM"] as const)(
    "ends with 130 after %s, between two files, and leaves nothing else",
    async (signal) => {
      const child = place.start("check", "--fix", ".");
      const end = ended(child);
      await atWork(child);
      child.kill(signal);
      expect(await end).toBe(130);
      expect(leftOver()).toEqual([]);
      expect(new Set(contents())).toEqual(new Set([OLD, NEW]));
    },
    TIME_LIMIT,
  );
});
