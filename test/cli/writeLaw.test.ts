import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { lawFileText, writeLaw } from "../../server/cli/fit/writeLaw.ts";
import bitlawPtq from "../../server/data/laws/bitlaw-ptq.json" with { type: "json" };
import type { LawFile } from "../../server/science/laws/Law.ts";
import { Workplace } from "./runBitlaw.ts";

const place = new Workplace();
afterAll(() => place.remove());

const law = bitlawPtq as unknown as LawFile;

describe("A law file", () => {
  it("has the numbers of an array on one line, the rest indented, and the same values", () => {
    const tree = [0, 1.5, -1, -2e-7, -1, 0.3];
    const text = lawFileText({ ...law, notes: ["[ 1, 2 ]"], forest: { features: ["a"], trees: [tree] } });
    expect(text).toContain("[0, 1.5, -1, -2e-7, -1, 0.3]");
    expect(text).toContain('\n  "notes": [\n    "[ 1, 2 ]"\n  ],\n');
    expect(JSON.parse(text)).toMatchObject({ forest: { trees: [tree] }, covariance: law.covariance });
  });

  it("is written whole", async () => {
    const file = path.join(place.folder, "laws/own.json");
    expect(await writeLaw(file, law)).toBeUndefined();
    expect(JSON.parse(readFileSync(file, "utf8"))).toEqual(law);
  });

  it("is not written where it would be too large to be read again", async () => {
    const file = path.join(place.folder, "large.json");
    const trees = [Array.from({ length: 200_000 }, () => 0.5)];
    expect(await writeLaw(file, { ...law, forest: { features: ["a"], trees } })).toMatch(
      /^the law has \d{4} KiB, and law files are read up to 512: fit fewer rows\.$/,
    );
    expect(existsSync(file)).toBe(false);
  });
});
