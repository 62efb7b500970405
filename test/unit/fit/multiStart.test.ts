import { describe, expect, it } from "vitest";
import { fitFormNamed } from "../../../server/science/fit/forms/fitForms.ts";
import { lowest, polish, promising, screenStarts } from "../../../server/science/fit/multiStart.ts";
import { formatNamed, sizes, spread, syntheticRuns } from "./syntheticRuns.ts";

const chinchilla = syntheticRuns(
  sizes(spread(2e7, 2e10, 5), spread(2e8, 1e12, 5)),
  ({ parameters, tokens }) => 1.8172 + 482.01 / parameters ** 0.3478 + 2085.43 / tokens ** 0.3658,
  0.01,
  11,
);
const kumar = syntheticRuns(
  sizes(spread(5e6, 1e9, 4), spread(5e8, 1e11, 3)).flatMap((size) =>
    ["int3", "int4", "int6", "bf16"].map((name) => ({ ...size, weights: formatNamed(name) })),
  ),
  ({ parameters, tokens, weights }) => {
    const f = 1 - Math.exp(-(weights?.bits ?? 16) / 2.6745 + 0.3037);
    return 2.7648 + 4299 / (parameters * f) ** 0.4965 + 18060 / tokens ** 0.4965;
  },
  0.01,
  12,
);

describe("the search from many starts", () => {
  it.each([
    ["chinchilla", chinchilla, 45],
    ["kumar", kumar, 1],
  ])(
    "finds for %s the minimum of a full search from every start",
    (name, rows, every) => {
      const estimator = fitFormNamed(name)?.estimator;
      if (estimator?.kind !== "residuals") throw new Error(name);
      const all = estimator.model(rows);
      const model = { ...all, starts: all.starts.filter((_, i) => i % every === 0) };
      const full = lowest(model.starts.map((start) => polish(model, 1e-3, start)));
      const candidates = promising(screenStarts(model, 1e-3, 0, model.starts.length));
      const found = lowest(candidates.map(({ theta }) => polish(model, 1e-3, theta)));
      expect(candidates.length).toBeLessThan(model.starts.length);
      expect(found?.converged).toBe(true);
      expect((found?.value ?? Number.NaN) / (full?.value ?? Number.NaN)).toBeCloseTo(1, 6);
    },
    60_000,
  );

  it("screens the same however the starts are cut", () => {
    const estimator = fitFormNamed("chinchilla")?.estimator;
    if (estimator?.kind !== "residuals") throw new Error();
    const model = estimator.model(chinchilla);
    const whole = screenStarts(model, 1e-3, 1000, 1030);
    const cut = [...screenStarts(model, 1e-3, 1000, 1007), ...screenStarts(model, 1e-3, 1007, 1030)];
    expect(cut).toEqual(whole);
  });
});
