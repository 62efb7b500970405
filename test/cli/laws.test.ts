import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import records from "../../server/data/records.json" with { type: "json" };
import { publishedLaws } from "../../server/science/lawFiles/publishedLaws.ts";
import { ownLaw } from "../ownLaw.ts";
import { CLEAN, OVERTRAINED } from "../protocol/configs.ts";
import { Workplace } from "./runBitlaw.ts";

const plain = new Workplace();
const withLaw = new Workplace();
const withBadLaws = new Workplace();
const FOLDERS = { ".bitlaw": null, ".bitlaw/laws": null };
const TAKEN =
  ".bitlaw/laws/taken.json:3:3: `sun-2025` is the name of a published law: give this law another name.\n";

beforeAll(() => {
  withLaw.write({ ...FOLDERS, ".bitlaw/laws/own.json": ownLaw(), "train.yaml": OVERTRAINED });
  withBadLaws.write({
    ...FOLDERS,
    ".bitlaw/laws/broken.json": "{",
    ".bitlaw/laws/folder.json": null,
    ".bitlaw/laws/README.md": "not a law",
    ".bitlaw/laws/taken.json": ownLaw({ name: "sun-2025" }),
    "train.yaml": OVERTRAINED,
    "clean.yaml": CLEAN,
  });
});

afterAll(() => {
  for (const place of [plain, withLaw, withBadLaws]) place.remove();
});

describe("bitlaw laws", () => {
  it("lists each law with its subject, numbers, trust, N and domain", () => {
    const { code, out, error } = plain.run("laws");
    expect({ code, error }).toEqual({ code: 0, error: "" });
    const lines = out
      .trimEnd()
      .split("\n")
      .map((line) => line.trim().split(/ {2,}/));
    expect(lines[0]).toEqual(["law", "about", "numbers", "trust", "N counts", "fitted on"]);
    expect(lines.map(([name]) => name)).toEqual([
      "law",
      "bitlaw-train",
      "sun-2025",
      "bitlaw-ptq",
      "kumar-2024",
      "kumar-2024-float-weights",
      "quartet-2025",
      "chen-2025",
      "quest-2025",
      "ouyang-2024",
      "besiroglu-2024",
      "hoffmann-2022",
    ]);
    expect(lines[4]).toEqual([
      "kumar-2024",
      "training, post-training quantization",
      "integer",
      "A",
      "parameters without embeddings",
      "parameters 30M–220M, tokens 1.5B–26B, bits 3–12",
    ]);
  });

  it("shows one law in full", () => {
    const { code, out } = plain.run("laws", "kumar-2024");
    expect(code).toBe(0);
    expect(out).toContain("  N_eff = N·f_w(P_w)·f_a(P_a)·f_kv(P_kv),  f_x(P) = 1 − exp(−P/γ_x + n_x)\n");
    expect(out).toMatch(/^ {2}gamma_w {3}2\.6745$/m);
    expect(out).toMatch(/^ {2}C_w {7}1 {7}assumed: Not published;/m);
    expect(out).toContain("https://arxiv.org/abs/2411.04330v2");
    expect(out).toContain("OLMo-style Transformer++");
  });

  it("shows constants that hold in one setting only", () => {
    const { out } = plain.run("laws", "quest-2025");
    expect(out).toMatch(/^ {2}W4A4 +eff 0\.6918$/m);
    expect(out).not.toContain("Constants\n");
  });

  it("gives the same as JSON", () => {
    const all = JSON.parse(plain.run("laws", "--format", "json").out);
    expect(all.laws).toHaveLength(publishedLaws.length);
    const one = JSON.parse(plain.run("laws", "sun-2025", "--format", "json").out);
    expect(one.version).toBe(1);
    expect(one.laws).toEqual([all.laws[1]]);
    expect(one.laws[0]).toMatchObject({ name: "sun-2025", origin: "published", constants: { n: 69.2343 } });
    expect(one.laws[0].formula[0]).toBe("L(N, D, E, M, B) = n/N^α + d/D^β + ε + ρ");
  });

  it("prints JSON in the shape of its schema, for published laws and those of the project", () => {
    const read = (name: string) =>
      JSON.parse(readFileSync(new URL(`../../schemas/${name}.schema.json`, import.meta.url), "utf8"));
    const ajv = new Ajv({ strict: false, allErrors: true }).addSchema(read("law"), "law.schema.json");
    const valid = ajv.compile(read("laws"));
    for (const place of [plain, withLaw]) {
      const parsed = JSON.parse(place.run("laws", "--format", "json").out);
      expect(valid(parsed), JSON.stringify(valid.errors, null, 1)).toBe(true);
      const [law] = parsed.laws;
      expect(valid({ version: 1, laws: [{ ...law, record: [{ set: "some" }] }] })).toBe(false);
      expect(valid({ version: 1, laws: [{ ...law, madeUp: 1 }] })).toBe(false);
    }
  });

  it("shows how a law did on each set of published measurements, and where it disagrees", () => {
    const { out } = plain.run("laws", "kumar-2024");
    // server/data/records.json: 775 rows, median ratio, shares and rank correlation as of `bitlaw backtest`.
    const record = records.find(
      ({ law, of }) => law === "kumar-2024" && JSON.stringify(of) === '{"table":"ptq"}',
    );
    const percent = (share: number | null | undefined) => `${(100 * (share ?? Number.NaN)).toFixed(0)} %`;
    const line = out.split("\n").find((one) => one.startsWith("  published quantization results "));
    expect(line?.trim().split(/ {2,}/)).toEqual([
      "published quantization results",
      String(record?.applicable),
      record?.medianRatio?.toFixed(2),
      percent(record?.within1_5),
      percent(record?.within2),
      record?.spearman?.toFixed(2),
      "–",
    ]);
    expect(out).toMatch(/^ {2}published GPTQ results with groups .* disagrees: more than 3× too high$/m);
    expect(out).not.toMatch(/^ {2}published GPTQ results with one scale per channel .*disagrees/m);
    const [law] = JSON.parse(plain.run("laws", "kumar-2024", "--format", "json").out).laws;
    expect(law.record).toHaveLength(records.filter(({ law: name }) => name === "kumar-2024").length);
    expect(law.record[0]).toMatchObject({
      set: "published quantization results",
      of: { table: "ptq" },
      disagrees: false,
    });
  });

  it("has no record for a baseline, and says how to get one for a law of the project", () => {
    expect(plain.run("laws", "hoffmann-2022").out).not.toContain("Record");
    expect(withLaw.run("laws", "own-fit").out).toContain(
      "  `bitlaw backtest --law own-fit` holds it against",
    );
  });

  it("shows the deviations of the hierarchical law, and how it predicts families that are left out", () => {
    const { out } = plain.run("laws", "bitlaw-ptq");
    expect(out).toMatch(/^ {2}modelMethod +0\.106196 +of a method on a model$/m);
    expect(out).toMatch(/^ {2}families +OPT, LLaMA-1, LLaMA-2, Qwen3$/m);
    expect(out).toMatch(/^ {2}within 2× +78 %$/m);
    expect(out).toMatch(/^ {2}inside the 80 % interval +88 %$/m);
    expect(out).toContain("trust own, fitted by Bitlaw on published measurements; published");
    expect(out).not.toContain("undefined");
  });

  it("names the nearest laws where the name is not known, and exits with 2", () => {
    expect(plain.run("laws", "kumar-2025")).toEqual({
      code: 2,
      out: "",
      error: expect.stringMatching(/^There is no law `kumar-2025`\. The nearest: `kumar-2024`.*\n$/),
    });
    expect(plain.run("laws", "x").error).toBe("There is no law `x`. `bitlaw laws` lists all of them.\n");
  });

  it("has the laws of the project first", () => {
    const { out, code } = withLaw.run("laws", "--format", "json");
    expect(code).toBe(0);
    expect(JSON.parse(out).laws[0]).toMatchObject({ name: "own-fit", trust: "own", origin: "project" });
    expect(withLaw.run("laws", "own-fit").out).toContain("trust own, fitted on one's own runs; this project");
  });

  it("says which law files cannot be used and why", () => {
    const { code, out, error } = withBadLaws.run("laws");
    expect(code).toBe(2);
    expect(out).toContain("hoffmann-2022");
    expect(error).toMatch(/^\.bitlaw\/laws\/broken\.json:1:1: .*\n/);
    expect(error).toContain(TAKEN);
    expect(error.trimEnd().split("\n")).toHaveLength(2);
  });
});

describe("The laws of a project", () => {
  it("are used by explain and check", () => {
    const { out, error } = withLaw.run("explain", "train.yaml");
    expect(error).toBe("");
    expect(out).toMatch(/^ {2}own-fit {2}ΔL \+/m);
    const [file] = JSON.parse(withLaw.run("check", "--format", "json", "train.yaml").out).files;
    expect(file.predictions[0]).toMatchObject({ law: "own-fit", applies: true });
    expect(file.findings[0].message).toContain("`own-fit`");
  });

  it("that cannot be used are told once for all files, with exit code 2", () => {
    const { code, out, error } = withBadLaws.run("check", "clean.yaml", "train.yaml");
    expect(code).toBe(2);
    expect(error.split(TAKEN)).toHaveLength(2);
    expect(out).toContain("`bitlaw-train`");
  });
});
