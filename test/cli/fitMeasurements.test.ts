import { readFileSync } from "node:fs";
import path from "node:path";
import { Ajv } from "ajv";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { fitTable } from "../../server/cli/fit/fitTable.ts";
import { PLAIN } from "../../server/lint/report/Style.ts";
import { SIXTEEN_BIT } from "../../server/science/formats/NumberFormat.ts";
import { parseNumberFormat } from "../../server/science/formats/parseNumberFormat.ts";
import { lawFrom } from "../../server/science/lawFiles/lawFrom.ts";
import { quantizationCsv, quantizedRows } from "./quantizationTable.ts";
import { Workplace } from "./runBitlaw.ts";

const place = new Workplace();
const TABLE = quantizationCsv(quantizedRows);
const valid = new Ajv({ strict: false }).compile(
  JSON.parse(readFileSync(new URL("../../schemas/law.schema.json", import.meta.url), "utf8")),
);

/** A model of bitsandbytes' own quantization, which is after training. */
const CONFIG = `base_model: meta-llama/Llama-2-7b-hf
load_in_4bit: true
bnb_4bit_quant_type: nf4
adapter: qlora
datasets:
  - path: a
micro_batch_size: 1
`;

beforeAll(() =>
  place.write({
    "ptq.csv": TABLE,
    "one-family.csv": quantizationCsv(quantizedRows.filter(({ family }) => family === "A")),
    "one-size.csv": quantizationCsv(quantizedRows.map((row) => ({ ...row, parameters: 7e9 }))),
    "one-token-count.csv": quantizationCsv(quantizedRows.map((row) => ({ ...row, tokens: 2e12 }))),
    "few.csv": quantizationCsv(quantizedRows.filter(({ bits }, i) => bits === 4 && i % 5 === 0)),
    "unknown.csv": TABLE.replace(/GPTQ|RTN/g, "homegrown"),
    "no-family.csv": TABLE.replace("family,", "name,"),
    "repeated.csv": `${TABLE}${TABLE.split("\n")[1]}\n`,
    // Rows of one setting with the very same result leave nothing for the residual deviation.
    "constant.csv": quantizationCsv(
      quantizedRows
        .filter(({ family, method }, i) => method === "GPTQ" && (family === "A" || i === 24))
        .flatMap((row) => [row, row, row]),
      () => 0.05,
    ),
    "bad-cell.csv": TABLE.replace(",4,GPTQ", ",4b,GPTQ"),
    "runs.csv": "parameters,tokens,loss\n1e9,1e10,3\n",
    "no-embedding-count.csv": TABLE.replace("n_params_nonemb", "other").replace(",model,", ",modl,"),
    "train.yaml": CONFIG,
    ".bitlaw/laws": null,
  }),
);

afterAll(() => place.remove());

const inputs = {
  weights: SIXTEEN_BIT,
  activations: SIXTEEN_BIT,
  kvCache: SIXTEEN_BIT,
  parameters: 7e9,
  tokens: 1e12,
  quantization: parseNumberFormat("int3:g128"),
  method: "gptq",
} as const;

describe("bitlaw fit --law ptq", () => {
  it("gives the constants of a known law back, as a law file that explain uses", () => {
    const { code, out, error } = place.run(
      "fit",
      "ptq.csv",
      "--law",
      "ptq",
      "--out",
      ".bitlaw/laws/mine.json",
    );
    expect({ code, error }).toEqual({ code: 0, error: "" });
    const law = JSON.parse(readFileSync(path.join(place.folder, ".bitlaw/laws/mine.json"), "utf8"));
    expect(valid(law), JSON.stringify(valid.errors)).toBe(true);
    expect(law).toMatchObject({
      name: "mine",
      form: "ptq",
      trust: "own",
      about: ["post-training quantization"],
    });
    for (const [name, value] of Object.entries({ rtn: 0.8, bits3: 1.5, bits2: 2.9, channel: 0.7 })) {
      expect(law.intervals[name][0], name).toBeLessThan(value);
      expect(law.intervals[name][1], name).toBeGreaterThan(value);
    }
    // e^(−4.5 + 1.5)·(1/(1 + 1/2))^0.4 = 0.049787·0.850283 = 0.042333 at 7e9 parameters and 1e12 tokens.
    const { delta = Number.NaN } = lawFrom(law).predict(inputs);
    expect(Math.abs(Math.log(delta / 0.042333))).toBeLessThan(0.25);

    expect(out).toMatch(
      /^ptq fitted to ptq\.csv: 72 rows of 3 families, N counts parameters without embeddings$/m,
    );
    expect(out).toMatch(/^ {2}rtn +0\.\d+ +-?\d\S* to \d/m);
    expect(out).toMatch(/^ {2}familyMethod +\d/m);
    expect(out).toMatch(/^ {2}family +rows +within 1\.5× +within 2× +80 % interval$/m);
    expect(out).toMatch(/^ {2}all +72 +\d+ % +\d+ % +\d+ %$/m);
    expect(out).toContain("No row says anything of awq, learned, tuned,");
    expect(out).toContain("Only 3 families");

    const explained = place.run("explain", "train.yaml");
    expect(explained.error).toBe("");
    expect(explained.out).toMatch(/^ {2}mine +ΔL \+/m);
  }, 120_000);

  it("gives the same file again, and the figures of left-out families as JSON", () => {
    const run = () => place.run("fit", "ptq.csv", "--law", "ptq", "--format", "json").out;
    const first = run();
    expect(run()).toBe(first);
    const { version, law, rows, families } = JSON.parse(first);
    expect(version).toBe(1);
    expect(rows).toEqual({ used: 72, leftOut: {} });
    expect(
      families.map(({ family, rows: count }: { family: string; rows: number }) => [family, count]),
    ).toEqual([
      ["A", 24],
      ["B", 24],
      ["C", 24],
    ]);
    expect(Object.keys(law.leftOut)).toEqual(["A", "B", "C"]);
    expect(law.fit).toMatchObject({ table: "ptq.csv", rows: 72 });
  }, 120_000);

  it("takes all parameters as N, and the size as the model, where a table has no others, and says so", () => {
    const { code, out } = place.run("fit", "no-embedding-count.csv", "--law", "ptq");
    expect(code).toBe(0);
    expect(out).toContain("72 rows have no n_params_nonemb: all parameters (n_params) are taken as N");
    expect(out).toContain(
      "72 rows have no model: rows of one family and one n_params are taken as one model",
    );
  }, 120_000);

  it.each([
    [
      "one-family.csv",
      /^one-family\.csv: All usable rows are of one family, A: .* Add models of another family/,
    ],
    ["one-size.csv", /^one-size\.csv: All usable rows have N = 7000000000 .* Add models at other N/],
    [
      "one-token-count.csv",
      /^one-token-count\.csv: All usable rows have D = 2000000000000 .* Add models at other D/,
    ],
    [
      "few.csv",
      /^few\.csv: The table has 5 usable rows below 1 nat for \d+ coefficients \(intercept, .*: add measurements/,
    ],
    [
      "unknown.csv",
      /^unknown\.csv: No row can be used: 72 method of none of the classes\. Write the method as RTN/,
    ],
    ["no-family.csv", /^no-family\.csv: No row can be used: 72 model family not known\. It needs .*family/],
    ["bad-cell.csv", /^bad-cell\.csv:2: \[w_bits\] w_bits is “4b”, which is not a number/],
    ["runs.csv", /^runs\.csv:1: \[n_params\] The column n_params is missing/],
  ])("says what is wrong with %s and what to do", (table, message) => {
    const { code, out, error } = place.run("fit", table, "--law", "ptq", "--out", "never/own.json");
    expect(error).toMatch(message);
    expect(error).not.toMatch(/^\s+at /m);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(() => readFileSync(path.join(place.folder, "never/own.json"))).toThrow();
  });

  it.each(["deviations", "families"])(
    "writes nothing when it is cancelled in the middle of: %s",
    async (stage) => {
      const controller = new AbortController();
      const out = path.join(place.folder, `cancelled-${stage}/own.json`);
      const written = { out: "", error: "" };
      const code = await fitTable(
        path.join(place.folder, "ptq.csv"),
        { law: "ptq", out, delta: 1e-3, bootstrap: 0, seed: 1, threads: 1, format: "text" },
        {
          out: (text) => {
            written.out += text;
          },
          error: (text) => {
            written.error += text;
          },
          progress: (line) => {
            if (line?.includes(stage)) controller.abort();
          },
          style: PLAIN,
        },
        { fitWorker: new URL("../../dist/fit-worker.js", import.meta.url), signal: controller.signal },
      );
      expect({ code, ...written }).toEqual({ code: 130, out: "", error: "Cancelled; nothing is written.\n" });
      expect(() => readFileSync(out)).toThrow();
    },
    120_000,
  );
});

describe("A table of measurements", () => {
  it("with a row twice is fitted with a warning that names the line", () => {
    const { code, out } = place.run("fit", "repeated.csv", "--law", "forest");
    expect(code).toBe(0);
    expect(out).toContain(
      "1 row repeats another one, result included, the first on line 74; it counts twice",
    );
    expect(place.run("fit", "ptq.csv", "--law", "forest").out).not.toContain("repeats");
  }, 60_000);

  it("in which everything loses the same leaves no deviations, and is fitted all the same", () => {
    const { code, out, error } = place.run("fit", "constant.csv", "--law", "ptq", "--format", "json");
    expect({ code, error }).toEqual({ code: 0, error: "" });
    const { law, warnings } = JSON.parse(out);
    // Slopes have priors, so that widths and scales alone are left to say that nothing matters.
    expect(law.intervals.bits3[0]).toBeLessThan(0);
    expect(law.intervals.bits3[1]).toBeGreaterThan(0);
    for (const deviation of Object.values(law.settings.deviations)) expect(deviation).toBeGreaterThan(0);
    expect(warnings.join()).toContain("Only 2 families");
  }, 60_000);
});

describe("bitlaw fit --law forest", () => {
  it("writes a forest that the schema knows and that ranks widths, with its cross-validation by family", () => {
    const { code, out, error } = place.run(
      "fit",
      "ptq.csv",
      "--law",
      "forest",
      "--name",
      "trees",
      "--out",
      "f.json",
    );
    expect({ code, error }).toEqual({ code: 0, error: "" });
    const text = readFileSync(path.join(place.folder, "f.json"), "utf8");
    const law = JSON.parse(text);
    expect(valid(law), JSON.stringify(valid.errors)).toBe(true);
    expect(law).toMatchObject({ name: "trees", form: "forest", trust: "own", counts: "parameters" });
    const at = (format: string) =>
      lawFrom(law).predict({ ...inputs, quantization: parseNumberFormat(format) }).delta ?? Number.NaN;
    expect(at("int2:g128")).toBeGreaterThan(at("int3:g128"));
    expect(at("int3:g128")).toBeGreaterThan(at("int4:g128"));
    expect(out).toMatch(/^ {2}A +\d+ +\d+ % +\d+ % +–$/m);
    place.run("fit", "ptq.csv", "--law", "forest", "--name", "trees", "--out", "again.json");
    expect(readFileSync(path.join(place.folder, "again.json"), "utf8")).toBe(text);
  }, 120_000);

  it("asks for another family", () => {
    const { code, error } = place.run("fit", "one-family.csv", "--law", "forest");
    expect(error).toMatch(/^one-family\.csv: All usable rows are of one family, A: a forest is judged/);
    expect(code).toBe(2);
  });

  it("asks for more rows", () => {
    const { code, error } = place.run("fit", "few.csv", "--law", "forest");
    expect(error).toMatch(/^few\.csv: The table has 5 usable rows and a forest of 7 features needs 20/);
    expect(code).toBe(2);
  });
});

describe("A form that is fitted to runs", () => {
  it("needs a table", () => {
    expect(place.run("fit", "--law", "chinchilla")).toEqual({
      code: 2,
      out: "",
      error: "The form chinchilla is fitted to runs of your own: name their table (docs/fit.md).\n",
    });
  });
});
