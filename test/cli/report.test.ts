import { readdirSync, readFileSync } from "node:fs";
import { Ajv } from "ajv";
import { afterAll, describe, expect, it } from "vitest";
import { CLEAN, CONFLICTING, FOREIGN, OVERTRAINED } from "../protocol/configs.ts";
import { quantizedBase } from "../unit/lint/quantizedBase.ts";
import { Workplace } from "./runBitlaw.ts";

const place = new Workplace();
const schema = JSON.parse(readFileSync(new URL("../../schemas/report.schema.json", import.meta.url), "utf8"));
const valid = new Ajv({ strict: true, allErrors: true, allowUnionTypes: true }).compile(schema);

afterAll(() => place.remove());

/** The report on some files, checked against the schema. */
function report(command: string, files: Readonly<Record<string, string>>) {
  place.write(files);
  const { out, code, error } = place.run(command, "--format", "json", ...Object.keys(files));
  const parsed = JSON.parse(out);
  expect(valid(parsed), JSON.stringify(valid.errors, null, 1)).toBe(true);
  return { parsed, code, error };
}

describe("The JSON output", () => {
  it("has the shape of the schema for every example", () => {
    const folder = new URL("../../examples/", import.meta.url);
    const names = readdirSync(folder).filter((name) => /\.(?:yaml|json)$/.test(name));
    const files = Object.fromEntries(
      names.map((name) => [name, readFileSync(new URL(name, folder), "utf8")] as const),
    );
    const { parsed } = report("explain", files);
    expect(parsed.files.map(({ path }: { path: string }) => path)).toEqual(names);
    for (const file of parsed.files) expect(file.dialect, file.path).not.toBeNull();
  });

  it("is the same for check and explain", () => {
    const files = { "train.yaml": OVERTRAINED };
    expect(report("check", files)).toEqual(report("explain", files));
  });

  it("gives formats, provenance and places", () => {
    const [file] = report("check", { "train.yaml": OVERTRAINED }).parsed.files;
    expect(file.dialect.id).toBe("megatron-lm");
    expect(file.facts.tokens).toEqual({
      value: 1_000_000 * 1024 * 4096,
      provenance: "derived",
      how: expect.stringContaining("= 4.19T"),
      at: [
        { path: "train.yaml", line: 12, column: 18 },
        { path: "train.yaml", line: 11, column: 24 },
        { path: "train.yaml", line: 6, column: 17 },
      ],
    });
    expect(file.facts.weights).toMatchObject({
      value: { name: "nvfp4", bits: 4, kind: "float", exponent: 2, mantissa: 1, block: 16 },
      provenance: "stated",
    });
  });

  it("gives the methods of quantization and every measured degradation", () => {
    const text = `# bitlaw: quantization=int4:g128 method=awq measured=awq:int4:g128:+0.02 measured=int3:+0.4\n${CLEAN}`;
    const { facts } = report("check", { "train.yaml": text }).parsed.files[0];
    expect(facts.quantizationMethod).toMatchObject({ value: "awq", provenance: "declared" });
    expect(facts.measured).toEqual([
      {
        value: { quantization: expect.objectContaining({ name: "int4:g128" }), method: "awq", delta: 0.02 },
        provenance: "declared",
        how: "declared `measured=awq:int4:g128:+0.02`",
        at: [{ path: "train.yaml", line: 1, column: 54 }],
      },
      {
        value: { quantization: expect.objectContaining({ name: "int3" }), method: null, delta: 0.4 },
        provenance: "declared",
        how: "declared `measured=int3:+0.4`",
        at: [{ path: "train.yaml", line: 1, column: 83 }],
      },
    ]);
  });

  it("gives published results of the base model, and each prediction its interval and record", () => {
    const [file] = report("check", { "train.yaml": quantizedBase("meta-llama/Llama-2-7b-hf") }).parsed.files;
    // AWQ, Table 4: perplexity 5.73 against 5.47.
    expect(file.measured).toContainEqual({
      fact: "baseWeights",
      model: "LLaMA-2-7B",
      method: "RTN",
      format: expect.objectContaining({ name: "int4:g128" }),
      delta: expect.closeTo(Math.log(5.73 / 5.47), 4),
      source: expect.stringContaining("AWQ"),
    });
    const [own] = file.predictions.filter(({ law }: { law: string }) => law === "bitlaw-ptq");
    expect(own.interval).toMatchObject({ level: 0.8, from: "fit" });
    expect(own.interval.low).toBeLessThan(own.delta);
    expect(own.interval.high).toBeGreaterThan(own.delta);
    const [kumar] = file.predictions.filter(({ law }: { law: string }) => law === "kumar-2024");
    expect(kumar.interval).toMatchObject({ from: "backtest", rows: kumar.record.rows });
  });

  it("gives a finding its range and the fixes that work", () => {
    const [file] = report("check", { "train.yaml": CONFLICTING }).parsed.files;
    expect(file.findings).toEqual([
      {
        rule: "conflicting-precision",
        severity: "error",
        message: expect.stringContaining("exclude each other"),
        line: 9,
        column: 7,
        endLine: 9,
        endColumn: 11,
        related: [
          {
            path: "train.yaml",
            line: 8,
            column: 7,
            endLine: 8,
            endColumn: 11,
            message: "`bf16: true` stands against it",
          },
        ],
        fixes: [
          { title: expect.stringContaining("fp16: false"), safe: false },
          { title: expect.stringContaining("bf16: false"), safe: false },
        ],
      },
    ]);
  });

  it("says of a law that does not apply why, and nothing else", () => {
    const [file] = report("check", { "train.yaml": CLEAN }).parsed.files;
    const silent = file.predictions.filter(({ applies }: { applies: boolean }) => !applies);
    expect(silent.length).toBeGreaterThan(0);
    for (const prediction of silent)
      expect(prediction).toEqual({
        law: expect.any(String),
        applies: false,
        because: expect.stringMatching(/\S/),
        loss: null,
        delta: null,
        effectiveParameters: null,
        criticalTokens: null,
        interval: null,
        collapseRisk: null,
        record: null,
        domain: null,
      });
  });

  it("has an entry without a dialect for a foreign file, and none for an unreadable one", () => {
    const files = { "foreign.yaml": FOREIGN, "broken.yaml": `${CLEAN}x: [`, "clean.yaml": CLEAN };
    const { parsed, code, error } = report("check", files);
    expect(parsed.files.map(({ path }: { path: string }) => path)).toEqual(["clean.yaml", "foreign.yaml"]);
    expect(parsed.files[1]).toEqual({
      path: "foreign.yaml",
      dialect: null,
      facts: {},
      missing: [],
      measured: [],
      predictions: [],
      decisions: [],
      quantizations: [],
      findings: [],
    });
    expect(error).toMatch(
      /^broken\.yaml:\d+:\d+: .*\nforeign\.yaml: no training config that Bitlaw knows\n$/,
    );
    expect(code).toBe(2);
  });

  it("has an entry for each run of a file with several documents", () => {
    const { parsed } = report("check", { "runs.yaml": `${CLEAN}---\n${FOREIGN}---\n${CONFLICTING}` });
    const findings = parsed.files.map((file: { findings: unknown[] }) => file.findings.length);
    expect(findings).toEqual([0, 1]);
    expect(parsed.files[1].findings[0].line).toBe(26);
  });

  it("is valid JSON with numbers far outside of any law", () => {
    for (const steps of ["1", "1e18", "999999999999999999", "1e300", "1e999", ".inf", "-5", "0"])
      report("explain", { "train.yaml": OVERTRAINED.replace("1000000", steps) });
  });

  it("is an empty list where no file could be used", () => {
    const { code, out } = place.run("check", "--format", "json", "missing.yaml");
    expect({ code, report: JSON.parse(out) }).toEqual({ code: 2, report: { version: 1, files: [] } });
  });
});
