import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import { describe, expect, it } from "vitest";
import { crossValidate } from "../../../../server/science/fit/forest/crossValidate.ts";
import { fitForest } from "../../../../server/science/fit/forest/fitForest.ts";
import type { MeasuredDegradation } from "../../../../server/science/fit/forest/forestRows.ts";
import { growForest } from "../../../../server/science/fit/forest/growForest.ts";
import { SIXTEEN_BIT } from "../../../../server/science/formats/NumberFormat.ts";
import { parseNumberFormat } from "../../../../server/science/formats/parseNumberFormat.ts";
import { lawFrom } from "../../../../server/science/lawFiles/lawFrom.ts";
import { predictForest } from "../../../../server/science/laws/forest/predictForest.ts";
import type { LawInputs } from "../../../../server/science/laws/Law.ts";
import { spearman } from "../../../../server/science/numerics/statistics.ts";

const sixteen = { weights: SIXTEEN_BIT, activations: SIXTEEN_BIT, kvCache: SIXTEEN_BIT };

function format(name: string) {
  const found = parseNumberFormat(name);
  if (found === undefined) throw new Error(`${name} is no format`);
  return found;
}

/** Degradations that depend on the bits alone: 0.8 nats at 2 bits, 0.2 at 3 and 0.05 at 4. */
const steps = { 2: 0.8, 3: 0.2, 4: 0.05 } as const;

const table: readonly MeasuredDegradation[] = ["A", "B", "C"].flatMap((family, f) =>
  ([2, 3, 4] as const).flatMap((bits) =>
    Array.from({ length: 8 }, (_, i) => ({
      family,
      parameters: 1e9 * (1 + f + 3 * i),
      tokens: 1e12,
      format: format(`int${bits}:g128`),
      methodClass: "gptq" as const,
      delta: steps[bits],
      rounding: 0.001,
    })),
  ),
);

function inputs(bits: number, parameters = 8e9): LawInputs {
  return { ...sixteen, parameters, tokens: 1e12, quantization: format(`int${bits}:g128`), method: "gptq" };
}

describe("A forest", () => {
  it("walks below the threshold to the left and from it on to the right, and takes the mean of its trees", () => {
    // Tree 1: feature 1 below 5 is 10, else 20. Tree 2: always 2.
    const forest = {
      features: ["x", "y"],
      trees: [
        [1, 5, -1, 10, -1, 20],
        [-1, 2],
      ],
    };
    const predict = predictForest(forest);
    expect(predict([99, 4.9])).toBe(6);
    expect(predict([0, 5])).toBe(11);
  });

  it.each([
    [[[0, 1, -1, 2]], "cut short"],
    [[[-1, 2, -1, 3]], "runs on"],
    [[[7, 1, -1, 2, -1, 3]], "asks for feature 7"],
    [[], "no trees"],
  ])("with the trees %j says that it is broken: %s", (trees, message) => {
    expect(() => predictForest({ features: ["x"], trees })).toThrow(message);
  });

  it("is the same for the same seed and another for another", () => {
    const rows = table.map(({ parameters }, i) => ({
      values: [Math.log(parameters), i % 5],
      target: Math.sin(i),
    }));
    const grow = (seed: number) => growForest(["ln parameters", "rest"], rows, { seed, trees: 5 });
    expect(grow(3)).toEqual(grow(3));
    expect(grow(3)).not.toEqual(grow(4));
  });

  it("needs a row", () => {
    expect(() => growForest(["x"], [], { seed: 1 })).toThrow("at least one measured row");
  });
});

describe("A forest law", () => {
  it("recovers a step function of the bits", () => {
    const law = lawFrom(fitForest(table, { seed: 1, trees: 20 }));
    for (const bits of [2, 3, 4] as const) {
      // A tree that was given neither bits nor SQNR mixes the steps; with 5 of 7 features that is one in 21.
      expect(Math.abs(Math.log((law.predict(inputs(bits)).delta ?? 0) / steps[bits]))).toBeLessThan(0.25);
    }
  });

  it("predicts the same after it was written and read back, and its file satisfies the schema", () => {
    const file = fitForest(table, { seed: 2, trees: 10, name: "own-rows" });
    const read = JSON.parse(JSON.stringify(file));
    expect(lawFrom(read).predict(inputs(3, 3e9))).toEqual(lawFrom(file).predict(inputs(3, 3e9)));
    const schema = JSON.parse(
      readFileSync(new URL("../../../../schemas/law.schema.json", import.meta.url), "utf8"),
    );
    const validate = new Ajv({ allErrors: true, strictRequired: false, strictTypes: false }).compile(schema);
    validate(read);
    expect(validate.errors).toBeNull();
    validate({ ...read, forest: undefined });
    expect(validate.errors).not.toBeNull();
    expect(file).toMatchObject({ name: "own-rows", form: "forest", trust: "C", domain: { bits: [2, 4] } });
  });

  it("gives a difference only, and says where it stands against the measured rows", () => {
    const law = lawFrom(fitForest(table, { seed: 1, trees: 5 }));
    const prediction = law.predict(inputs(4, 2.4e11));
    expect(prediction.loss).toBeUndefined();
    // The largest model has 1e9 · (1 + 2 + 21) parameters.
    expect(prediction.domain.factors.parameters).toBeCloseTo(10);
  });

  it("speaks about quantized weights of 16-bit models only", () => {
    const law = lawFrom(fitForest(table, { seed: 1, trees: 2 }));
    expect(law.applicability({ ...sixteen, quantization: format("int4:g128") }).applies).toBe(true);
    expect(law.applicability(sixteen).applies).toBe(false);
    const trainedInFp8 = { ...sixteen, weights: format("fp8_e4m3"), quantization: format("int4:g128") };
    expect(law.applicability(trainedInFp8)).toMatchObject({
      applies: false,
      because: expect.stringContaining("FP8"),
    });
  });

  it("takes a degradation within its rounding error as that error", () => {
    const unresolved = table.map((row) => ({ ...row, delta: -0.0004, rounding: 0.002 }));
    const law = lawFrom(fitForest(unresolved, { seed: 1, trees: 3 }));
    expect(law.predict(inputs(3)).delta).toBeCloseTo(0.002, 6);
  });

  it("of another version's features asks to be fitted again", () => {
    const file = fitForest(table, { seed: 1, trees: 2 });
    const other = { ...file, forest: { features: ["bits"], trees: [[-1, 0]] } };
    expect(() => lawFrom(other)).toThrow("Fit it again");
  });
});

describe("Leaving families out", () => {
  it("scores a family by a forest that has not seen it", async () => {
    // A and B have the steps, C ten times less: no forest of A and B can come near C within a factor of 2.
    const odd = table.map((row) => (row.family === "C" ? { ...row, delta: row.delta / 10 } : row));
    const result = await crossValidate(odd, { seed: 1, trees: 20 });
    expect(result.rows).toBe(72);
    expect(result.families.map(({ family }) => family)).toEqual(["A", "B", "C"]);
    expect(result.families[2]).toMatchObject({ rows: 24, within1_5: 0, within2: 0 });
  });

  it("finds all rows within a factor of 1.5 where families agree", async () => {
    const result = await crossValidate(table, { seed: 1, trees: 20 });
    expect(result).toMatchObject({ within1_5: 1, within2: 1 });
    expect(result.spearman).toBeGreaterThan(0.9);
  });

  it("needs two families", async () => {
    const one = table.filter(({ family }) => family === "A");
    await expect(crossValidate(one, { seed: 1 })).rejects.toThrow("at least two model families");
  });
});

describe("Spearman's rank correlation", () => {
  it("is 1 for the same order, −1 for the reverse, and undefined for a constant", () => {
    expect(
      spearman([
        [1, 4],
        [2, 5],
        [30, 6],
      ]),
    ).toBe(1);
    expect(
      spearman([
        [1, 6],
        [2, 5],
        [30, 4],
      ]),
    ).toBe(-1);
    expect(
      spearman([
        [1, 1],
        [1, 2],
        [1, 3],
      ]),
    ).toBeUndefined();
  });

  it("gives ties their mean rank", () => {
    // Ranks 0, 1.5, 1.5, 3 against 0, 1, 2, 3: covariance 4.5, squares 4.5 and 5.
    expect(
      spearman([
        [1, 1],
        [2, 2],
        [2, 3],
        [3, 4],
      ]),
    ).toBeCloseTo(4.5 / Math.sqrt(4.5 * 5), 12);
  });
});
