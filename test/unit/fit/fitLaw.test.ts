import { describe, expect, it } from "vitest";
import { covarianceMatrix, percentileInterval } from "../../../server/science/fit/bootstrap.ts";
import type { FitForm } from "../../../server/science/fit/FitForm.ts";
import { fitLaw } from "../../../server/science/fit/fitLaw.ts";
import { fitFormNamed } from "../../../server/science/fit/forms/fitForms.ts";
import { narrowRange } from "../../../server/science/fit/identifiability.ts";
import { symmetricEigen } from "../../../server/science/numerics/symmetricEigen.ts";
import { formatNamed, sizes, spread, syntheticRuns } from "./syntheticRuns.ts";

const loss = ({ parameters, tokens }: { parameters: number; tokens: number }) =>
  1.8172 + 482.01 / parameters ** 0.3478 + 2085.43 / tokens ** 0.3658;
const options = { delta: 1e-3, bootstrap: 20, seed: 1 };

/** The Chinchilla form with a few starts. */
function quickChinchilla(): FitForm {
  const form = fitFormNamed("chinchilla");
  if (form?.estimator.kind !== "residuals") throw new Error();
  const { model } = form.estimator;
  return {
    ...form,
    estimator: {
      kind: "residuals",
      model: (rows) => ({ ...model(rows), starts: [[5, 10, 0.5, 0.5, 0.5]] }),
    },
  };
}

describe("fitLaw", () => {
  it("says that A and alpha are not determined by runs of one size", async () => {
    const rows = syntheticRuns(sizes([1e8], spread(1e9, 1e12, 12)), loss, 0.001, 1);
    const fit = await fitLaw(quickChinchilla(), rows, options);
    if (!fit.converged) throw new Error(fit.because);
    const open = fit.report.parameters.filter(({ undetermined }) => undetermined !== undefined);
    expect(open.map(({ constant }) => constant)).toEqual(expect.arrayContaining(["A", "alpha"]));
    expect(open.map(({ constant }) => constant)).not.toContain("beta");
  });

  it("warns of sizes that lie close together", async () => {
    const rows = syntheticRuns(sizes([1e8, 1.5e8, 2e8], spread(1e9, 1e12, 8)), loss, 0.001, 1);
    const fit = await fitLaw(quickChinchilla(), rows, options);
    if (!fit.converged) throw new Error(fit.because);
    expect(fit.report.warnings[0]).toMatch(/^The largest parameter count is only 2 times the smallest/);
  });

  it("has not converged where a constant runs off to 0", async () => {
    const sun = fitFormNamed("sun");
    if (sun?.estimator.kind !== "residuals") throw new Error("sun is fitted by residuals");
    const { model } = sun.estimator;
    // e^−800 is 0 in double precision; from there every prediction with the term of γ is infinite.
    const form: FitForm = {
      ...sun,
      estimator: {
        kind: "residuals",
        model: (rows) => ({ ...model(rows), starts: [[4, 11, 0.6, 0.24, 0.5, -800, 1200, 0]] }),
      },
    };
    const rows = syntheticRuns(sizes(spread(1e8, 1e9, 4), spread(1e10, 1e11, 4)), loss, 0.01, 1).map(
      (row) => ({
        ...row,
        weights: formatNamed("e2m1"),
      }),
    );
    const fit = await fitLaw(form, rows, options);
    expect(fit.converged ? "" : fit.because).toMatch(/gamma ran off to 0/);
  });

  it("ends with the signal's reason when it is aborted, between two parts of the search", async () => {
    const rows = syntheticRuns(sizes(spread(1e7, 1e9, 4), spread(1e9, 1e12, 4)), loss, 0.01, 1);
    const controller = new AbortController();
    const shares: number[] = [];
    const fit = fitLaw(quickChinchilla(), rows, {
      ...options,
      bootstrap: 1000,
      signal: controller.signal,
      progress: ({ stage, share }) => {
        if (stage === "bootstrap") shares.push(share);
        if (share >= 0.1 && stage === "bootstrap") controller.abort(new Error("enough"));
      },
    });
    await expect(fit).rejects.toThrow("enough");
    // 1,000 replicates are 50 parts of 20; the fifth is a tenth of them.
    expect(shares).toEqual([0.02, 0.04, 0.06, 0.08, 0.1]);
  });

  it("gives the same report for the same seed and other intervals for another", async () => {
    const rows = syntheticRuns(sizes(spread(1e7, 1e9, 4), spread(1e9, 1e12, 4)), loss, 0.01, 1);
    const intervals = async (seed: number) => {
      const fit = await fitLaw(quickChinchilla(), rows, { ...options, seed });
      return fit.converged ? fit.report.parameters : [];
    };
    const first = await intervals(1);
    expect(await intervals(1)).toEqual(first);
    expect(await intervals(2)).not.toEqual(first);
  });

  it("takes the word of a form that brings its own estimator", async () => {
    const rows = syntheticRuns(sizes([1e8, 1e9], [1e9, 1e10]), loss, 0, 1);
    const form: FitForm = {
      ...quickChinchilla(),
      estimator: {
        kind: "own",
        estimate: (given) => ({
          converged: true,
          constants: { mean: given.length },
          parameters: [{ constant: "mean", value: given.length }],
          residuals: [-1, 1, -1, 1],
          warnings: ["own words"],
        }),
      },
    };
    const fit = await fitLaw(form, rows, options);
    // Σr² = 4 over 4 − 1 degrees of freedom.
    expect(fit).toMatchObject({ report: { constants: { mean: 4 }, warnings: ["own words"] } });
    expect(fit.converged && fit.report.residual).toBeCloseTo(Math.sqrt(4 / 3), 12);
  });
});

describe("parts of a report", () => {
  it("interpolates percentiles: of 0 … 100, 2.5 and 97.5", () => {
    const [low, high] = percentileInterval(Array.from({ length: 101 }, (_, i) => 100 - i));
    expect(low).toBeCloseTo(2.5, 12);
    expect(high).toBeCloseTo(97.5, 12);
  });

  it("has the covariance of (0, 0), (1, 2), (2, 4): 1, 2 and 4", () => {
    expect(
      covarianceMatrix([
        [0, 0],
        [1, 2],
        [2, 4],
      ]),
    ).toEqual([
      [1, 2],
      [2, 4],
    ]);
  });

  it("finds the eigenvalues 1 and 3 of [[2, 1], [1, 2]]", () => {
    const values = symmetricEigen([Float64Array.of(2, 1), Float64Array.of(1, 2)]).map(({ value }) => value);
    for (const [i, value] of values.sort().entries()) expect(value).toBeCloseTo([1, 3][i] ?? Number.NaN, 12);
  });

  it("calls a range narrow below a factor of 4", () => {
    expect(narrowRange("token count", "D", [1e9, 3.9e9])).toMatch(/only 3\.9 times/);
    expect(narrowRange("token count", "D", [1e9, 4e9])).toBeUndefined();
  });
});
