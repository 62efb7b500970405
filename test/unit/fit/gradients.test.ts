import { describe, expect, it } from "vitest";
import { fitForms } from "../../../server/science/fit/forms/fitForms.ts";
import { formatNamed } from "./syntheticRuns.ts";

const INT4 = formatNamed("int4");
const INT6 = formatNamed("int6");
const INT3 = formatNamed("int3");
const E2M1 = formatNamed("e2m1");
const size = { parameters: 1e8, tokens: 1e10, measured: 3 };

const ROWS = {
  chinchilla: [{ ...size, line: 2 }],
  kumar: [
    { ...size, line: 2, weights: INT4, activations: INT6, kvCache: INT6 },
    { ...size, line: 3 },
  ],
  "kumar-ptq": [{ ...size, line: 2, quantization: INT3 }],
  sun: [{ ...size, line: 2, weights: E2M1, group: 32 }],
  ouyang: [
    { ...size, line: 2, quantization: INT3 },
    { ...size, line: 3, quantization: INT4 },
  ],
  chen: [
    { ...size, line: 2, weights: INT4, activations: INT4, group: 32 },
    { ...size, line: 3, group: 32 },
  ],
  quartet: [
    { ...size, line: 2, recipe: "own" },
    { ...size, line: 3, forward: "sr", backward: "rtn" },
    { ...size, line: 4 },
  ],
  quest: [
    { ...size, line: 2, weights: INT4, activations: INT4 },
    { ...size, line: 3 },
  ],
};

describe("analytic gradients equal central differences", () => {
  it.each(Object.entries(ROWS))("%s", (name, rows) => {
    const estimator = fitForms.find((form) => form.name === name)?.estimator;
    if (estimator?.kind !== "residuals") throw new Error(`${name} is not fitted to residuals`);
    const model = estimator.model(rows);
    const starts = [0, Math.floor(model.starts.length / 2), model.starts.length - 1];
    for (const start of starts) {
      // Off the grid, so that no derivative is 0 by accident.
      const theta = Float64Array.from(model.starts[start] ?? [], (value, j) => value + 0.01 * (j + 1));
      for (let row = 0; row < rows.length; row++) {
        const gradient = new Float64Array(theta.length);
        const value = model.logPrediction(theta, row, gradient);
        expect(Number.isFinite(value) || Number.isNaN(value)).toBe(true);
        if (Number.isNaN(value)) continue;
        for (let j = 0; j < theta.length; j++) {
          const h = 1e-5;
          const moved = (by: number) =>
            model.logPrediction(
              theta.map((old, k) => (k === j ? old + by : old)),
              row,
              new Float64Array(theta.length),
            );
          const difference = (moved(h) - moved(-h)) / (2 * h);
          const error = Math.abs((gradient[j] ?? Number.NaN) - difference);
          expect(error, `∂${model.parameters[j]?.constant}, row ${row}`).toBeLessThan(
            1e-6 * (1 + Math.abs(difference)),
          );
        }
      }
    }
  });

  it("covers every form that is fitted to residuals", () => {
    const forms = fitForms.filter(({ estimator }) => estimator.kind === "residuals");
    expect(forms.map(({ name }) => name).sort()).toEqual(Object.keys(ROWS).sort());
  });
});
