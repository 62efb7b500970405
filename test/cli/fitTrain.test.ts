import { readFileSync } from "node:fs";
import path from "node:path";
import { Ajv } from "ajv";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import bitlawTrain from "../../server/data/laws/bitlaw-train.json" with { type: "json" };
import { parseNumberFormat } from "../../server/science/formats/parseNumberFormat.ts";
import type { TrainParameters } from "../../server/science/laws/train/TrainConstants.ts";
import { trainRun, trainTerms } from "../../server/science/laws/train/trainTerms.ts";
import { Workplace } from "./runBitlaw.ts";

const place = new Workplace();
const valid = new Ajv({ strict: false }).compile(
  JSON.parse(readFileSync(new URL("../../schemas/law.schema.json", import.meta.url), "utf8")),
);

/** Other constants than those of bitlaw-train: the forward part half as large again, and falling faster with N. */
const KNOWN: TrainParameters = { ...bitlawTrain.constants, A: 1.1, a: 0.16, b: 0.09, B: 0.8 };

const HEAD = "n_params,d_tokens,w_format,a_format,g_format,delta_loss,dgrad,wgrad,recipe,source";

/** Runs of one's own by the known constants, each 4 % above or below in turn. */
const ROWS = [5e7, 2e8, 1e9, 4e9].flatMap((parameters) =>
  [20, 200].flatMap((perParameter) =>
    ["mxfp8", "mxfp6", "nvfp4", "mxfp4", "fp8_e4m3:tensor"].map((name, i) => {
      const tokens = parameters * perParameter;
      const noise = i % 2 === 0 ? 1.04 : 0.96;
      const delta = noise * deltaOf(name, parameters, tokens);
      return `${parameters},${tokens},${name},${name},${name},${delta},G W,G A,random-hadamard stochastic-rounding,own`;
    }),
  ),
);

function deltaOf(name: string, parameters: number, tokens: number): number {
  const format = parseNumberFormat(name);
  const techniques = { hadamard: true, stochasticRounding: true };
  const run =
    format &&
    trainRun({ parameters, tokens, weights: format, activations: format, backward: format, techniques });
  if (run === undefined) throw new Error(name);
  const { forward, backward } = trainTerms(KNOWN, run);
  return forward + backward;
}

const csv = (rows: readonly string[]) => `${[HEAD, ...rows].join("\n")}\n`;

/** A pre-training run in NVFP4. */
const CONFIG = `MODEL_ARGS:
  --num-layers: 24
  --hidden-size: 2048
  --num-attention-heads: 16
  --seq-length: 4096
  --max-position-embeddings: 4096
  --vocab-size: 50000
  --global-batch-size: 256
  --train-iters: 50000
  --bf16: true
  --fp4-format: e2m1
`;

beforeAll(() =>
  place.write({
    "runs.csv": csv(ROWS),
    "broken.csv": csv([
      ...ROWS,
      "1e9,1e11,binary,bf16,bf16,0.01,none,none,none,own",
      "1e9,1e11,mxfp8,mxfp8,mxfp8,0.01,G W,G A,delayed-scaling current-scaling,own",
      "1e9,1e11,mxfp8,mxfp8,bf16,0.01,G W,none,none,own",
      "1e9,1e11,mxfp8,mxfp8,mxfp8,0.01,G W,G A,none random-hadamard,own",
      "1e9,1e11,mxfp8",
    ]),
    "few.csv": csv(ROWS.slice(0, 5)),
    "one-setting.csv": csv(Array.from({ length: 8 }, () => ROWS[0] ?? "")),
    "one-size.csv": csv(ROWS.slice(0, 10)),
    "sixteen.csv": csv(
      ROWS.map((row) => row.replace(/mxfp\d|nvfp4|fp8_e4m3:tensor/g, "bf16").replace("G W,G A", "none,none")),
    ),
    "no-columns.csv": "parameters,tokens,loss\n1e9,1e10,3\n",
    "train.yaml": CONFIG,
    ".bitlaw/laws": null,
  }),
);

afterAll(() => place.remove());

const fitted = (...args: readonly string[]) => place.run("fit", "--law", "train", ...args);

describe("bitlaw fit --law train", () => {
  it("gives the known constants back within the stated intervals, as a law file that leads in the project", () => {
    const { code, error } = fitted("runs.csv", "--out", ".bitlaw/laws/own-train.json");
    expect({ code, error }).toEqual({ code: 0, error: "" });
    const law = JSON.parse(readFileSync(path.join(place.folder, ".bitlaw/laws/own-train.json"), "utf8"));
    expect(valid(law), JSON.stringify(valid.errors)).toBe(true);
    expect(law).toMatchObject({ name: "own-train", form: "train", trust: "own" });
    for (const name of ["A", "a", "b", "B", "kappa", "p"] as const) {
      const [low, high] = law.intervals[name];
      expect(KNOWN[name], name).toBeGreaterThan(low);
      expect(KNOWN[name], name).toBeLessThan(high);
    }
    // A, p, κ and the factor of 4-bit floats move together; a alone is nearer to the truth than where the search began.
    expect(Math.abs(law.constants.a - KNOWN.a)).toBeLessThan(Math.abs(bitlawTrain.constants.a - KNOWN.a) / 2);
    expect(law.covariance.names).toHaveLength(12);
    expect(law.covariance.matrix).toHaveLength(12);
    expect(law.fit).toMatchObject({ rows: 40, within1_5: 1 });
    expect(place.run("laws", "own-train").out).toMatch(
      /^Sizes left out, each predicted by a fit to the others$/m,
    );
    const explained = place.run("explain", "train.yaml").out;
    expect(explained).toContain("own-train");
    const { formats } = JSON.parse(
      place.run("predict", "--parameters", "1B", "--tokens", "20B", "--formats", "nvfp4", "--format", "json")
        .out,
    );
    expect(formats[0].law).toBe("own-train");
    // Within the 4 % by which the runs scatter, and a little for the other constants.
    const ratio = formats[0].delta / deltaOf("nvfp4", 1e9, 20e9);
    expect(ratio).toBeGreaterThan(0.9);
    expect(ratio).toBeLessThan(1.1);
  });

  it("prints rows, constants and how each size is predicted by the others", () => {
    const { out } = fitted("runs.csv");
    expect(out).toMatch(
      /^train fitted to runs\.csv: 40 rows of 4 sizes, N counts parameters without embeddings\n/,
    );
    expect(out).toContain("Each size predicted by a fit to the others");
    expect(out).toMatch(/^ +N 50000000 +10 +100 % +100 % +–$/m);
  });

  it("leaves rows out that cannot be read or contradict themselves, with line and reason", () => {
    const { code, out, error } = fitted("broken.csv", "--format", "json");
    expect(code).toBe(0);
    expect(error.split("\n")).toEqual([
      expect.stringMatching(/^broken\.csv:42: \[w_format\] w_format is “binary”, which is no number format/),
      expect.stringMatching(/^broken\.csv:43: \[recipe\] A scale comes from earlier steps/),
      expect.stringMatching(/^broken\.csv:44: \[g_format\] dgrad or wgrad says/),
      expect.stringMatching(/^broken\.csv:45: \[recipe\] recipe is “none random-hadamard”/),
      expect.stringMatching(/^broken\.csv:46: /),
      "",
    ]);
    const report = JSON.parse(out);
    expect(report.rows.used).toBe(40);
    expect(report.warnings).toContainEqual(
      expect.stringMatching(/^5 rows are left out because of what is in it/),
    );
  });

  it("warns of runs of one size", () => {
    const { code, out } = fitted("one-size.csv");
    expect(code).toBe(0);
    expect(out).toContain("Each length predicted by a fit to the others");
    expect(out).toContain("The largest parameter count is only 1 times the smallest");
  });

  it.each([
    ["few.csv", "few.csv: The table has 5 usable rows, and a fit of the form train needs 6"],
    ["one-setting.csv", "one-setting.csv: All usable rows are of one setting"],
    ["sixteen.csv", "Left out: 40 16 bits in both passes."],
    ["no-columns.csv", "no-columns.csv:1: [n_params] The column n_params is missing"],
    ["none.csv", "none.csv: "],
  ])("refuses %s with what is missing", (file, says) => {
    const { code, out, error } = fitted(file, "--out", ".bitlaw/laws/refused.json");
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(error).toContain(says);
    expect(error.trimEnd()).not.toContain("\n");
  });

  it("without a table is the fit that bitlaw-train is", () => {
    const { code, out } = fitted("--format", "json");
    expect(code).toBe(0);
    const { law } = JSON.parse(out);
    expect(law.constants.A).toBeCloseTo(bitlawTrain.constants.A, 3);
    expect(law.constants.deviation).toBeCloseTo(bitlawTrain.constants.deviation, 2);
  });
});
