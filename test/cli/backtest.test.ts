import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import { afterAll, describe, expect, it } from "vitest";
import ouyang from "../../server/data/laws/ouyang-2024.json" with { type: "json" };
import { ownLaw } from "../ownLaw.ts";
import { Workplace } from "./runBitlaw.ts";

const place = new Workplace();
const withLaws = new Workplace();
const withBadLaw = new Workplace();
const schema = JSON.parse(
  readFileSync(new URL("../../schemas/backtest.schema.json", import.meta.url), "utf8"),
);
const valid = new Ajv({ strict: true, allErrors: true, allowUnionTypes: true }).compile(schema);

afterAll(() => {
  for (const one of [place, withLaws, withBadLaw]) one.remove();
});

const PTQ = `model,n_params,d_tokens,w_bits,a_bits,method,group_size,baseline_ppl,quant_ppl,flag
A,1e9,2e10,4,16,GPTQ,channel,10.00,10.50,
A,1e9,2e10,3,16,GPTQ,channel,10.00,12.00,
A,1e9,2e10,4,4,RTN,channel,10.00,15.00,
A,1e9,2e10,4,16,RTN,channel,10.00,10.50,dup
A,1e9,2e10,2,16,RTN,channel,10.00,99.00,
A,1e9,,4,16,RTN,128,10.00,10.20,
`;

const TRAINING = `n_params,n_params_kind,d_tokens,w_format,a_format,g_format,loss_lowp,loss_ref,flag
1e9,non-embedding,2e10,INT8,INT8,BF16,3.06,3.05,
1e9,non-embedding,2e10,BF16,BF16,NVFP4,3.06,3.05,
1e9,non-embedding,2e10,MXFP8,MXFP8,MXFP8,,,bound
`;

function json(...args: readonly string[]) {
  const { out, error, code } = place.run("backtest", "--format", "json", ...args);
  const parsed = JSON.parse(out);
  expect(valid(parsed), JSON.stringify(valid.errors, null, 1)).toBe(true);
  return { parsed, error, code };
}

describe("bitlaw backtest", () => {
  it("says which rows of a table are used, and why others are not", () => {
    place.write({ "ptq.csv": PTQ });
    const { parsed, code } = json("ptq.csv", "--law", "kumar-2024");
    expect(code).toBe(0);
    const [table] = parsed.tables;
    expect(table).toMatchObject({
      path: "ptq.csv",
      rows: 6,
      used: 3,
      skipped: { "activations quantized too": 1, "flagged dup": 1, "collapsed (above 1 nat)": 1 },
    });
    // The row without tokens is none for a law of tokens.
    expect(table.laws).toMatchObject([{ law: "kumar-2024", applicable: 2, coverage80: null }]);
    // C_T·exp(−P/γ + b)·D^γD/Neff^γN with Neff = 0.993659e9 and D = 2e10 is 0.028313 at 4 bits, against
    // ln 1.05 = 0.048790: 0.5803. At 3 bits it is exp(1/0.5907) = 5.4353 times that, 0.153889, against
    // ln 1.2 = 0.182322: 0.8441. The median is (0.5803 + 0.8441)/2 = 0.7122.
    expect(table.laws[0].medianRatio).toBeCloseTo(0.7122, 3);
    expect(table.laws[0]).toMatchObject({ within1_5: 0.5, within2: 1 });
    expect(table.laws[0].spearman).toBeCloseTo(1, 9);
  });

  it("holds laws of training against runs, each against those it speaks about", () => {
    place.write({ "runs.csv": TRAINING });
    const [table] = json("runs.csv").parsed.tables;
    expect(table).toMatchObject({ rows: 3, used: 2, skipped: { "a bound or percentage without a base": 1 } });
    const applicable = Object.fromEntries(
      table.laws.map((law: { law: string; applicable: number }) => [law.law, law.applicable]),
    );
    expect(applicable).toMatchObject({ "kumar-2024": 1, "sun-2025": 0 });
  });

  it("takes the tables that come with it where none is named", () => {
    const { tables } = json().parsed;
    expect(tables.map(({ path, rows }: { path: string; rows: number }) => [path, rows])).toEqual([
      ["bundled:ptq", 1546],
      ["bundled:training", 753],
    ]);
    for (const { rows, used, skipped } of tables) {
      const left = Object.values<number>(skipped).reduce((sum, count) => sum + count, 0);
      expect(used + left).toBe(rows);
    }
  });

  it("says by which 16-bit runs effective parameters became a loss", () => {
    // Losses of 1 + 1000/√N + 20000/√D, and 0.2 above in INT4.
    const rows = [1, 2, 4].flatMap((n) =>
      [1, 2, 4].map((d) => {
        const loss = 1 + 1 / n + 2 / d;
        return `${n * n * 1e6},non-embedding,${d * d * 1e8},INT4,INT4,,${loss + 0.2},${loss},`;
      }),
    );
    place.write({ "own.csv": [TRAINING.split("\n")[0], ...rows, ""].join("\n") });
    const [table] = json("own.csv", "--law", "quest-2025").parsed.tables;
    expect(table.laws).toMatchObject([{ applicable: 9, baselines: [{ of: "the table", runs: 9 }] }]);
    const { out } = place.run("backtest", "own.csv", "--law", "quest-2025");
    expect(out).toContain("by a fit to 9 16-bit runs (the table), which it meets within 0.0000 nats.");
  });

  it("prints tables for people without a trace of missing numbers", () => {
    place.write({ "ptq.csv": PTQ, "runs.csv": TRAINING });
    const { out, code } = place.run("backtest", "ptq.csv", "runs.csv");
    expect(code).toBe(0);
    expect(out).toContain("ptq.csv  3 of 6 rows used");
    expect(out).toContain("1 of them without training tokens (d_tokens)");
    expect(out).toMatch(/^kumar-2024 +2 +0\.71 +50 % +100 % +1\.00 +–$/m);
    expect(out).toMatch(/^ {2}gptq +2 /m);
    expect(out).not.toMatch(/NaN|null|undefined|Infinity/);
  });

  it("leaves out a row that cannot be read, names its line and column, and uses the others", () => {
    place.write({ "ptq.csv": PTQ, "bad.csv": PTQ.replace("10.50", "1O.50").replace("3,16", "0,16") });
    const { error, code, parsed } = json("bad.csv", "ptq.csv");
    expect(code).toBe(0);
    expect(error).toContain("bad.csv:2: quant_ppl is “1O.50”");
    expect(error).toContain("bad.csv:3: w_bits is 0: it must be above zero");
    expect(error).toContain("bad.csv: 2 rows are left out.");
    expect(parsed.tables).toMatchObject([
      { path: "bad.csv", rows: 6, used: 1, skipped: { "cannot be read": 2 } },
      { path: "ptq.csv", rows: 6, used: 3 },
    ]);
  });

  it("uses a table of runs of which one has binary weights, one no tokens and one a cell too few", () => {
    const rows = [
      "1e9,total,,INT8,INT8,,3.06,3.05,",
      "1e9,total,2e10,binary,INT8,,3.2,3.05,",
      "1e9,total,2e10",
    ];
    place.write({ "rows.csv": `${TRAINING}${rows.join("\n")}\n` });
    const { code, out, error } = place.run("backtest", "rows.csv", "--law", "kumar-2024");
    expect(code).toBe(0);
    expect(error).toContain("rows.csv:6: w_format is “binary”, which is no number format");
    expect(error).toContain("rows.csv:7: The row has 3 cells, the header 9");
    expect(out).toContain("rows.csv  3 of 6 rows used");
    expect(out).toContain("2 cannot be read");
    expect(out).toContain("1 of them without training tokens (d_tokens)");
  });

  it("says what is wrong with a file that is no table", () => {
    place.write({
      "empty.csv": "",
      "other.csv": "a,b\n1,2\n",
      "lacking.csv": "n_params,w_bits,method,delta_nll\n1,4,RTN,0.1\n",
      "binary.csv": new Uint8Array([0x50, 0x4b, 0xff, 0xfe, 0x80]),
      folder: null,
    });
    const messages: Readonly<Record<string, string>> = {
      "missing.csv": "missing.csv: there is no such file",
      folder: "folder: this is a folder",
      "empty.csv": "empty.csv:1: The table is empty",
      "other.csv": "other.csv:1: This is no table of measurements",
      "lacking.csv": "lacking.csv:1: The column group_size is missing",
      "binary.csv": "binary.csv: the file is not text",
    };
    for (const [path, message] of Object.entries(messages)) {
      const { code, error } = place.run("backtest", path);
      expect([path, code]).toEqual([path, 2]);
      expect(error).toContain(message);
      expect(error).not.toContain("    at ");
    }
  });

  it("prints the first problems of a table that has one in every row, and counts the rest", () => {
    const rows = Array.from({ length: 30 }, () => "x,4,RTN,32,0.1").join("\n");
    place.write({ "many.csv": `n_params,w_bits,method,group_size,delta_nll\n${rows}` });
    const { error } = place.run("backtest", "many.csv");
    expect(error.match(/many\.csv:\d+: /g)).toHaveLength(20);
    expect(error).toContain("many.csv: 10 more rows cannot be read");
  });

  it("knows the laws by name, before or behind the tables", () => {
    place.write({ "ptq.csv": PTQ });
    expect(json("--law", "kumar-2024", "sun-2025", "ptq.csv").parsed.tables[0].laws).toHaveLength(2);
    const { code, error } = place.run("backtest", "ptq.csv", "--law", "kumar-2042");
    expect(code).toBe(2);
    expect(error).toMatch(/^There is no law `kumar-2042`\. The nearest: `kumar-2024`/);
  });

  it("holds the project's own laws against the tables too, before the published ones", () => {
    const own = { name: "own-bits", citation: { ...ouyang.citation, title: "mine" }, trust: "own" };
    // Ten times the published loss by quantization.
    const settings = { "4 bits": { ...ouyang.settings["4 bits"], K: 10 * ouyang.settings["4 bits"].K } };
    withLaws.write({
      ".bitlaw/laws": null,
      ".bitlaw/laws/own.json": JSON.stringify({ ...ouyang, ...own, settings }),
      ".bitlaw/laws/sun.json": ownLaw(),
      "ptq.csv": PTQ,
      "runs.csv": TRAINING,
    });
    const { code, out, error } = withLaws.run("backtest", "ptq.csv", "--format", "json");
    expect({ code, error }).toEqual({ code: 0, error: "" });
    const laws: { law: string; applicable: number; medianRatio: number | null }[] =
      JSON.parse(out).tables[0].laws;
    expect(laws.slice(0, 2).map(({ law }) => law)).toEqual(["own-bits", "own-fit"]);
    const ratio = (name: string) => laws.find(({ law }) => law === name)?.medianRatio ?? Number.NaN;
    const only = JSON.parse(
      withLaws.run("backtest", "ptq.csv", "--law", "ouyang-2024", "--format", "json").out,
    );
    // Only the row of 4 bits is left to the own law; the published one speaks about that of 3 bits too.
    expect(laws[0]?.applicable).toBe(1);
    const fourBits = only.tables[0].laws[0].slices.find(
      ({ by, value }: { by: string; value: string }) => by === "bits" && value === "4",
    );
    expect(ratio("own-bits")).toBeCloseTo(10 * fourBits.medianRatio, 6);
    // A law of training has no row in a table of quantization, and is only told apart from the others by name.
    expect(laws[1]).toMatchObject({ law: "own-fit", applicable: 0, medianRatio: null });
    const named = withLaws.run("backtest", "runs.csv", "--law", "own-fit", "own-bits");
    expect(named.code).toBe(0);
    expect(named.out).toMatch(/^own-fit +0 /m);
    expect(withLaws.run("backtest", "ptq.csv", "--law", "own-bit").error).toContain(
      "The nearest: `own-bits`",
    );
  });

  it("says of a law that was fitted to the very table that its numbers are no prediction", () => {
    withLaws.write({
      ".bitlaw/laws": null,
      ".bitlaw/laws/again.json": JSON.stringify({
        ...ouyang,
        name: "again",
        trust: "own",
        fit: { table: "ptq.csv" },
      }),
      "ptq.csv": PTQ,
      "other.csv": PTQ,
    });
    const remark = "again was fitted to this table: its numbers here are of the fit, not of a prediction.";
    expect(withLaws.run("backtest", "ptq.csv").out).toContain(remark);
    expect(withLaws.run("backtest", "other.csv").out).not.toContain(remark);
  });

  it("says which law file cannot be used, with exit code 2, and goes on without it", () => {
    withBadLaw.write({ ".bitlaw/laws": null, ".bitlaw/laws/bad.json": "{", "ptq.csv": PTQ });
    const { code, out, error } = withBadLaw.run("backtest", "ptq.csv");
    expect(code).toBe(2);
    expect(error).toMatch(/^\.bitlaw\/laws\/bad\.json:1:1: /);
    expect(out).toContain("ptq.csv  3 of 6 rows used");
  });
});
