import { readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { Ajv } from "ajv";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { fitTable } from "../../server/cli/fit/fitTable.ts";
import { PLAIN } from "../../server/lint/report/Style.ts";
import { SIXTEEN_BIT } from "../../server/science/formats/NumberFormat.ts";
import { lawFrom } from "../../server/science/lawFiles/lawFrom.ts";
import { Workplace } from "./runBitlaw.ts";

const place = new Workplace();
const RUNS = readFileSync(fileURLToPath(new URL("../../examples/runs.csv", import.meta.url)), "utf8");
const lines = RUNS.trimEnd().split("\n");
const row = (line: number) => (lines[line - 1] ?? "").split(",");
/** The example with one line replaced. */
const withLine = (line: number, text: string) =>
  `${lines.map((old, i) => (i === line - 1 ? text : old)).join("\n")}\n`;

/** Runs in 8 bits and with Quartet from the published constants, at four sizes and four token counts. */
const RECIPES = [
  "parameters,tokens,loss,recipe",
  ...[2e7, 1e8, 5e8, 2e9].flatMap((N) =>
    [1e9, 5e9, 3e10, 2e11].flatMap((D) =>
      [
        ["", 1, 1],
        ["Quartet", 0.65, 0.95],
      ].map(([recipe, effN, effD]) => {
        const inner = 1.52e5 / (N * Number(effN)) ** 0.589 + 5.25e5 / (D * Number(effD)) ** 0.544;
        return `${N},${D},${inner ** 0.274 + 1.35},${recipe}`;
      }),
    ),
  ),
].join("\n");

/** Degradations K·D^0.65/N^0.38 at 4 bits, by GPTQ with K = 6e-6 and by round-to-nearest with ten times that. */
const METHODS = [
  "n_params,d_tokens,delta_nll,quantization,method",
  ...[1e8, 1e9, 1e10].flatMap((N) =>
    [1e10, 1e11].flatMap((D) =>
      [
        ["GPTQ", 6e-6],
        ["bitsandbytes int4", 6e-5],
      ].map(([method, K]) => `${N},${D},${(Number(K) * D ** 0.65) / N ** 0.38},int4,${method}`),
    ),
  ),
  "1e9,5e10,0.1,int4,",
].join("\n");

beforeAll(() =>
  place.write({
    "runs.csv": RUNS,
    "text.csv": withLine(4, `${row(4)[0]},20B,3.1`),
    "zero.csv": withLine(5, `${row(5)[0]},${row(5)[1]},0`),
    "negative.csv": withLine(5, `${row(5)[0]},${row(5)[1]},-2.5`),
    "misspelt.csv": withLine(1, "parameters,tokns,loss"),
    "few.csv": `${lines
      .slice(0, 5)
      .join("\n")
      .replace(/\n(\d+),/g, "\n$1,")}\n`,
    "one-size.csv": `${lines.map((line, i) => (i === 0 ? line : line.replace(/^\d+/, "100000000"))).join("\n")}\n`,
    "one-token-count.csv": `${lines.map((line, i) => (i === 0 ? line : line.replace(/,\d+,/, ",3000000000,"))).join("\n")}\n`,
    "twice.csv": `${RUNS}${lines[2]}\n`,
    "empty.csv": "",
    "header.csv": "parameters,tokens,loss\n",
    "binary.csv": Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0xff, 0xfe, 0x00]),
    "existing.json": "{}",
    "format.csv": `parameters,tokens,loss,weights\n1e8,1e10,3.1,int4\n2e8,1e10,3.0,in4\n`,
    "codebook.csv": "parameters,tokens,delta,quantization\n1e8,1e10,0.1,int4\n2e8,1e10,0.1,nf4\n",
    "recipes.csv": RECIPES,
    "methods.csv": METHODS,
    "both-counts.csv": METHODS.replace("n_params", "n_params,n_params_nonemb").replace(
      /\n([^,]+),/g,
      "\n$1,$1,",
    ),
    "no-methods.csv": METHODS.replace("method", "by"),
    "non-embedding.csv": RUNS.replace("parameters", "n_params_nonemb"),
    "no-baseline.csv": RECIPES.replace(/^.*,$/gm, "").replace(/\n+/g, "\n"),
    "unknown-rounding.csv": RECIPES.replace("recipe", "forward").replace("Quartet", "dithered"),
    "bits.csv": `parameters,tokens,loss,weights\n1e8,1e10,3.1,int4\n2e8,2e10,3.0,int4\n`,
    folder: null,
  }),
);

afterAll(() => place.remove());

const fitted = (table: string, ...more: readonly string[]) =>
  place.run("fit", table, "--law", "chinchilla", "--bootstrap", "0", ...more);

describe("bitlaw fit", () => {
  it("writes the same law for the same seed on 1 and on 2 threads, into a folder that it makes", () => {
    for (const threads of ["1", "2"]) {
      const { code, out, error } = place.run(
        "fit",
        "runs.csv",
        ...["--law", "chinchilla", "--bootstrap", "60", "--seed", "3", "--threads", threads],
        ...["--name", "own", "--out", `laws/${threads}/own.json`],
      );
      expect({ code, error }).toEqual({ code: 0, error: "" });
      expect(out).toContain("95 % intervals");
      expect(out).toContain(`Written to laws/${threads}/own.json`);
    }
    const [one, two] = ["1", "2"].map((threads) =>
      readFileSync(path.join(place.folder, `laws/${threads}/own.json`), "utf8"),
    );
    expect(one).toBe(two);
    const law = JSON.parse(one ?? "");
    const schema = readFileSync(new URL("../../schemas/law.schema.json", import.meta.url), "utf8");
    const valid = new Ajv({ strict: false }).compile(JSON.parse(schema));
    expect(valid(law), JSON.stringify(valid.errors)).toBe(true);
    const formats = { weights: SIXTEEN_BIT, activations: SIXTEEN_BIT, kvCache: SIXTEEN_BIT };
    // Besiroglu's constants give 2.5301 at 1e9 parameters and 2e10 tokens.
    expect(lawFrom(law).predict({ parameters: 1e9, tokens: 2e10, ...formats }).loss).toBeCloseTo(2.5301, 1);
    expect(law).toMatchObject({ name: "own", form: "chinchilla", trust: "own", counts: "parameters" });
    expect(law.fit).toMatchObject({
      table: "runs.csv",
      rows: 36,
      seed: 3,
      delta: 0.001,
      starts: 4500,
      bootstrap: 60,
    });
    // The table was made from Besiroglu's constants, α = 0.3478.
    expect(law.intervals.alpha[0]).toBeLessThan(0.3478);
    expect(law.intervals.alpha[1]).toBeGreaterThan(0.3478);
    expect(law.covariance.matrix).toHaveLength(law.covariance.names.length);
  }, 120_000);

  it.each([
    ["text.csv", /^text\.csv:4: \[tokens\] tokens is “20B”, which is not a number/],
    ["zero.csv", /^zero\.csv:5: \[loss\] loss is 0: it must be above zero/],
    ["negative.csv", /^negative\.csv:5: \[loss\] loss is -2\.5: it must be above zero/],
    ["misspelt.csv", /^misspelt\.csv:1: \[tokens\] The column tokens is missing.*is it tokns\?/],
    ["few.csv", /^few\.csv:5: The table has 4 rows for 5 constants \(A, B, E, alpha, beta\): add runs/m],
    ["one-size.csv", /^one-size\.csv:2: \[parameters\] All runs have N = 100000000: the term of N/m],
    [
      "one-token-count.csv",
      /^one-token-count\.csv:2: \[tokens\] All runs have D = 3000000000: the term of D/m,
    ],
    [
      "twice.csv",
      /^twice\.csv:38: \[loss\] The run is the same as that of line 3, result included: remove one/,
    ],
    ["empty.csv", /^empty\.csv:1: The table is empty/],
    ["header.csv", /^header\.csv:1: The table has column names but no rows/],
    ["binary.csv", /^binary\.csv: the file is not text in UTF-8 or UTF-16\n$/],
    ["missing.csv", /^missing\.csv: there is no such file\n$/],
    ["folder", /^folder: this is a folder/],
  ])("says what is wrong with %s, where, and what to do", (table, message) => {
    const { code, out, error } = fitted(table, "--out", "never/own.json");
    expect(error).toMatch(message);
    expect(error).not.toMatch(/^\s+at /m);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(() => readFileSync(path.join(place.folder, "never/own.json"))).toThrow();
  });

  it("names a form that is like an unknown one, and all of them", () => {
    const { code, error } = place.run("fit", "runs.csv", "--law", "chinchila");
    expect(error).toMatch(
      /^--law chinchila: there is no such form; is it chinchilla\? The forms are chinchilla, kumar,/,
    );
    expect(code).toBe(2);
  });

  it("ends the sentence where no form is like an unknown one", () => {
    const { error } = place.run("fit", "runs.csv", "--law", "spline");
    expect(error).toMatch(/^--law spline: there is no such form\. The forms are chinchilla,/);
  });

  it("names the column and line of a word that is no number format", () => {
    const { code, error } = place.run("fit", "format.csv", "--law", "kumar");
    expect(error).toMatch(/^format\.csv:3: \[weights\] weights is “in4”, which is no number format/);
    expect(code).toBe(2);
  });

  it("refuses a codebook in a form of integers, by its line", () => {
    const { code, error } = place.run("fit", "codebook.csv", "--law", "ouyang");
    expect(error).toMatch(/^codebook\.csv:3: \[quantization\] NF4.* is no integer format/);
    expect(code).toBe(2);
  });

  it("fits the recipes of a table and keeps the published multipliers of others, named as assumed", () => {
    const options = ["--law", "quartet", "--bootstrap", "0", "--out", "quartet.json"];
    const { code, out, error } = place.run("fit", "recipes.csv", ...options);
    expect({ code, error }).toEqual({ code: 0, error: "" });
    expect(out).toMatch(/^ {2}Quartet: effN +0\.65/m);
    expect(out).toMatch(/^ {2}.*forward MXFP4, QuEST: effN 0\.64.*: No run of the table has this recipe/m);
    const law = JSON.parse(readFileSync(path.join(place.folder, "quartet.json"), "utf8"));
    const schema = readFileSync(new URL("../../schemas/law.schema.json", import.meta.url), "utf8");
    expect(new Ajv({ strict: false }).validate(JSON.parse(schema), law)).toBe(true);
    expect(lawFrom(law).file.settings?.["Quartet"]?.["effD"]).toBeCloseTo(0.95, 2);
    expect(law.assumed["forward MXFP4, round to nearest: effN"]).toBeDefined();
  }, 60_000);

  it.each([
    ["no-baseline.csv", "quartet", /^no-baseline\.csv:1: No run is in 8 bits or more .* Add such runs/m],
    [
      "unknown-rounding.csv",
      "quartet",
      /^unknown-rounding\.csv:3: \[forward\] forward is “dithered”: write how the pass/,
    ],
    ["bits.csv", "quest", /^bits\.csv:1: No run is in 16 bits: .* Add such runs/m],
  ])("says what %s lacks for --law %s", (table, form, message) => {
    const { code, error } = place.run("fit", table, "--law", form, "--bootstrap", "0");
    expect(error).toMatch(message);
    expect(code).toBe(2);
  });

  it("warns of several methods in one table, with their counts, and of N that counts embeddings", () => {
    const { code, out } = place.run("fit", "methods.csv", "--law", "ouyang", "--bootstrap", "0");
    expect(code).toBe(0);
    expect(out).toContain(
      "several methods, which the form does not tell apart: gptq 6, rtn 6. Keep one with --method",
    );
    expect(out).toContain("All parameters (n_params) are taken as N, which counts those without embeddings");
    const both = place.run("fit", "both-counts.csv", "--law", "ouyang", "--bootstrap", "0").out;
    expect(both).not.toContain("taken as N");
  }, 60_000);

  it("keeps one class of methods, and says what it leaves out", () => {
    const options = ["--law", "ouyang", "--bootstrap", "0", "--format", "json"];
    const { code, out } = place.run("fit", "methods.csv", "--method", "gptq", ...options);
    expect(code).toBe(0);
    const { law, warnings } = JSON.parse(out);
    expect(law.settings["4 bits"].K).toBeCloseTo(6e-6, 8);
    expect(law.fit.rows).toBe(6);
    expect(warnings).toContain("Only rows of the method gptq are used; left out: rtn 6, without a method 1.");
    expect(law.notes).toEqual(expect.arrayContaining(warnings));
  }, 60_000);

  it.each([
    [
      ["methods.csv", "--law", "ouyang", "--method", "awq"],
      /^methods\.csv:1: \[method\] No row is of the method awq: gptq 6, rtn 6\.$/m,
    ],
    [
      ["no-methods.csv", "--law", "ouyang", "--method", "awq"],
      /^no-methods\.csv:1: \[method\] The column method is missing/,
    ],
    [
      ["runs.csv", "--law", "chinchilla", "--method", "gptq"],
      /^--method: the form chinchilla does not read the column method; kumar-ptq and ouyang do/,
    ],
    [["methods.csv", "--law", "ouyang", "--method", "gtpq"], /It is rtn, gptq, awq, learned, tuned/],
  ])("says why it cannot keep one method: %s", (args, message) => {
    const { code, out, error } = place.run("fit", ...args);
    expect(error).toMatch(message);
    expect({ code, out }).toEqual({ code: 2, out: "" });
  });

  it("warns where a form of all parameters gets those without embeddings", () => {
    const { out } = fitted("non-embedding.csv");
    expect(out).toContain(
      "Parameters without embeddings (n_params_nonemb) are taken as N, which counts all of them",
    );
  }, 60_000);

  it("replaces no file without --force", () => {
    const { code, error } = fitted("runs.csv", "--out", "existing.json");
    expect(error).toBe("--out existing.json: the file exists; name another, or replace it with --force.\n");
    expect(code).toBe(2);
    expect(readFileSync(path.join(place.folder, "existing.json"), "utf8")).toBe("{}");
  });

  it("refuses a place below a file before it fits", () => {
    const { code, error } = fitted("runs.csv", "--out", "existing.json/own.json");
    expect(error).toMatch(/^--out existing\.json\/own\.json: \S+existing\.json is a file, not a folder/);
    expect(code).toBe(2);
  });

  it.each(["starts", "Bootstrap"])(
    "writes nothing when it is cancelled in the middle of: %s",
    async (stage) => {
      const controller = new AbortController();
      const out = path.join(place.folder, `cancelled-${stage}/own.json`);
      const written = { out: "", error: "" };
      const code = await fitTable(
        path.join(place.folder, "runs.csv"),
        { law: "chinchilla", out, delta: 1e-3, bootstrap: 1_000_000, seed: 1, threads: 2, format: "text" },
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

  it("refuses the name of a law that comes with Bitlaw, given or that of the file, before it fits", () => {
    for (const option of [
      ["--name", "sun-2025"],
      ["--out", "never/sun-2025.json"],
    ]) {
      const { code, error } = fitted("runs.csv", ...option);
      expect(error).toMatch(/^--name sun-2025: this is a law that comes with Bitlaw/);
      expect(code).toBe(2);
    }
  });

  it("asks for a law's name in small letters", () => {
    const { code, error } = fitted("runs.csv", "--name", "My Law");
    expect(error).toMatch(/^--name My Law: a law's name has small letters/);
    expect(code).toBe(2);
  });
});
