import { readFileSync } from "node:fs";
import path from "node:path";
import { Ajv } from "ajv";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { Workplace } from "./runBitlaw.ts";

let place: Workplace;
beforeEach(() => {
  place = new Workplace();
  const falling = Array.from(
    { length: 300 },
    (_, i) => `${i + 1},${i < 250 ? 3 + 2 / (i + 1) : 4.2},${i < 200 ? 1 : 2}`,
  );
  place.write({
    "bf16-lr1e-3-seed1.csv": "step,loss\n1,5\n300,3\n",
    // A jump by about 1.2 raises the average over 100 steps by 0.012; the gradient norm doubles before it.
    "fp8_e4m3-lr1e-3-seed1.csv": `step,loss,grad_norm\n${falling.join("\n")}\n`,
    "fp8_e4m3-lr1e-2-<b>&.csv": "step,loss\n1,5\n2,inf\n",
  });
});
afterEach(() => place.remove());

const read = (name: string) => readFileSync(path.join(place.folder, name), "utf8");

describe("bitlaw stability --format json", () => {
  const schema = readFileSync(new URL("../../schemas/stability.schema.json", import.meta.url), "utf8");
  const valid = new Ajv({ strict: false, allErrors: true }).compile(JSON.parse(schema));

  it("has the shape of its schema, with every run, spike and problem", () => {
    const { out, code } = place.run("stability", "--format", "json", ".");
    expect(code).toBe(0);
    const report = JSON.parse(out);
    expect(valid(report), JSON.stringify(valid.errors)).toBe(true);
    expect(valid({ ...report, more: 1 })).toBe(false);
    expect(report.baseline).toBe("bf16");
    const fp8 = report.formats[1];
    expect(fp8).toMatchObject({
      format: "fp8_e4m3",
      runs: 2,
      failed: 2,
      withSpikes: 1,
      usableLearningRates: null,
    });
    // Only the learning rate 1e-3 is shared: one run of each format.
    expect(fp8.comparison).toMatchObject({
      verdict: "undecided",
      runs: 1,
      failed: 1,
      baselineRuns: 1,
      fisher: { oneSided: 0.5, twoSided: 1 },
      detectableRate: null,
      // All of the one and none of the other: 3 of each, as 1/C(6, 3) = 0.05.
      seedsNeeded: 3,
    });
    const [infinite, jumping] = fp8.each;
    expect(infinite).toMatchObject({
      outcome: "failed",
      because: "not finite",
      nonFinite: 1,
      learningRate: 0.01,
    });
    expect(jumping).toMatchObject({
      outcome: "failed",
      because: "ends high",
      seed: 1,
      spikes: [{ step: 251 }],
    });
    // At step 250 the norm is 2 since step 201: the whole window of 50. Its median since step 121 is that of 1.
    expect(jumping.gradientGrowth).toMatchObject({ before: 2, usual: 1, growth: 2 });
    expect(report.problems).toMatchObject([{ kind: "not finite", line: 3, count: 1 }]);
  });

  it("is saved where the editor finds it, and replaced only with --force", () => {
    const { code, error } = place.run("stability", "--save", "pilot", ".");
    const file = path.join(".bitlaw", "stability", "pilot.json");
    expect(code).toBe(0);
    expect(error).toContain(`Written to ${file}\n`);
    expect(valid(JSON.parse(read(file)))).toBe(true);
    expect(place.run("stability", "--save", "pilot", ".")).toEqual({
      code: 2,
      out: "",
      error: "--save pilot: the file exists; name another, or replace it with --force.\n",
    });
    expect(place.run("stability", "--save", "pilot", "--force", ".").code).toBe(0);
    expect(place.run("stability", "--save", "../x", ".").error).toContain("--save ../x: a name has letters");
  });
});

describe("bitlaw stability --format html", () => {
  it("is one page without scripts, whose curves have text for people who do not see them", () => {
    const { code, out } = place.run("stability", "--format", "html", "--out", "report.html", ".");
    expect({ code, out }).toEqual({ code: 0, out: "" });
    const page = read("report.html");
    expect(page).toMatch(/^<!DOCTYPE html>\n<html lang="en">/);
    expect(page).toContain(`content="default-src 'none'; style-src 'unsafe-inline'"`);
    expect(page).not.toMatch(/<script|<link|<img|\son\w+=|url\(|href=|style="/i);
    expect(page).toContain("@media (prefers-color-scheme: dark)");
    expect(page.match(/<svg [^>]*role="img" aria-label="Loss over steps in (bf16|fp8_e4m3): /g)).toHaveLength(
      2,
    );
    expect(page).toContain("These runs cannot tell whether fp8_e4m3 is as robust as bf16");
    expect(page).toContain("gradient norm 2.0× its median before it");
    expect(page).toContain("The loss is Infinity at step 2.");
  });

  it("shows names as text, whatever is in them", () => {
    const { out } = place.run("stability", "--format", "html", ".");
    expect(out).toContain("<td>fp8_e4m3-lr1e-2-&lt;b&gt;&amp;</td>");
    expect(out).not.toContain("<b>");
  });
});

describe("The settings of the detector", () => {
  it("change what is a spike, a failure and the baseline", () => {
    const args = [
      "stability",
      "--format",
      "json",
      "--threshold",
      "0.02",
      "--margin",
      "2",
      "--baseline",
      "E4M3",
      ".",
    ];
    const report = JSON.parse(place.run(...args).out);
    expect(report).toMatchObject({
      settings: { window: 100, threshold: 0.02, margin: 2 },
      baseline: "fp8_e4m3",
    });
    expect(report.formats[0]).toMatchObject({
      format: "fp8_e4m3",
      failed: 1,
      withSpikes: 0,
      comparison: null,
    });
  });

  it("say what a baseline without runs means", () => {
    const { out } = place.run("stability", "--baseline", "tf32", ".");
    expect(out).toContain(
      "There is no run in tf32, so there is nothing to compare with; there are runs in bf16, fp8_e4m3.",
    );
  });

  it("are refused where they are no numbers", () => {
    expect(place.run("stability", "--window", "0", ".")).toMatchObject({ code: 2, out: "" });
    expect(place.run("stability", "--format", "xml", ".").error).toContain("It is text, json or html.");
  });
});
