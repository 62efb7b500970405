import { expect, it } from "vitest";
import { fitForest } from "../../../../server/science/fit/forest/fitForest.ts";
import { SIXTEEN_BIT } from "../../../../server/science/formats/NumberFormat.ts";
import { parseNumberFormat } from "../../../../server/science/formats/parseNumberFormat.ts";
import { lawFrom } from "../../../../server/science/lawFiles/lawFrom.ts";
import { bundledQuantization } from "../../../../server/science/measurements/bundledMeasurements.ts";

const sixteen = { weights: SIXTEEN_BIT, activations: SIXTEEN_BIT, kvCache: SIXTEEN_BIT };

it("The published rows of a family make a forest of moderate size that ranks bits as they were measured", () => {
  const rows = bundledQuantization().measurements.filter(
    ({ family, bits, activationBits, regime }) =>
      family === "LLaMA-1" && bits <= 4 && activationBits >= 16 && regime === "normal",
  );
  const file = fitForest(rows, { seed: 1, trees: 10 });
  expect(file.domain.bits).toEqual([2, 4]);
  expect(file.notes[0]).toMatch(/^10 trees on 1\d\d rows, seed 1\.$/);
  const deltas = ["int2:g128", "int3:g128", "int4:g128"].map((name) => {
    const quantization = parseNumberFormat(name);
    const sizes = { parameters: 6.7e9, tokens: 1e12, method: "learned" } as const;
    return lawFrom(file).predict({ ...sixteen, ...sizes, quantization }).delta ?? Number.NaN;
  });
  // OmniQuant, Table 1, LLaMA-7B, WikiText2 against 5.68: 9.72 at 2 bits, 6.15 at 3, 5.77 at 4, all in groups of 128.
  expect(deltas[0]).toBeGreaterThan(2 * (deltas[1] ?? Number.NaN));
  expect(deltas[1]).toBeGreaterThan(2 * (deltas[2] ?? Number.NaN));
  expect(JSON.stringify(file).length).toBeLessThan(75_000);
});
