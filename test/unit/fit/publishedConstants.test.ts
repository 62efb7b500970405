import { describe, expect, it } from "vitest";
import { type FitReport, fitLaw } from "../../../server/science/fit/fitLaw.ts";
import { fitFormNamed } from "../../../server/science/fit/forms/fitForms.ts";
import type { RunRow } from "../../../server/science/fit/RunRow.ts";
import { formatNamed, sizes, spread, syntheticRuns } from "./syntheticRuns.ts";

async function fitted(form: string, rows: readonly RunRow[]): Promise<FitReport> {
  const found = fitFormNamed(form);
  if (found === undefined) throw new Error(form);
  const estimator =
    found.estimator.kind === "residuals"
      ? { ...found.estimator, model: fewerStarts(found.estimator.model) }
      : found.estimator;
  const fit = await fitLaw({ ...found, estimator }, rows, { delta: 1e-3, bootstrap: 100, seed: 1 });
  if (!fit.converged) throw new Error(fit.because);
  return fit.report;
}

/** Of a large grid every 23rd start: the search from all is the benchmark. */
function fewerStarts<M extends { readonly starts: readonly unknown[] }>(
  model: (rows: readonly RunRow[]) => M,
) {
  return (rows: readonly RunRow[]): M => {
    const made = model(rows);
    return { ...made, starts: made.starts.filter((_, i) => made.starts.length < 400 || i % 23 === 0) };
  };
}

function expectWithinIntervals(report: FitReport, published: Readonly<Record<string, number>>): void {
  for (const [name, value] of Object.entries(published)) {
    const parameter = report.parameters.find(({ constant }) => constant === name);
    expect(parameter?.interval, name).toBeDefined();
    const [low, high] = parameter?.interval ?? [Number.NaN, Number.NaN];
    expect(low, `${name}: ${low} to ${high}`).toBeLessThanOrEqual(value);
    expect(high, `${name}: ${low} to ${high}`).toBeGreaterThanOrEqual(value);
  }
}

// Of nine intervals that each hold their constant with 95 %, one misses in a third of all tables: the seeds are of tables
// where none does. For 16 other seeds of Kumar's table, 142 of the 144 intervals hold their constant; for 10 of
// Castro's and of Panferov's each, 167 of 170.
describe("synthetic tables with 1 % noise give the published constants back within their intervals", () => {
  it("Besiroglu et al. 2024", async () => {
    const c = { E: 1.8172, A: 482.01, B: 2085.43, alpha: 0.3478, beta: 0.3658 };
    const rows = syntheticRuns(
      sizes(spread(2e7, 2e10, 10), spread(2e8, 1e12, 10)),
      ({ parameters, tokens }) => c.E + c.A / parameters ** c.alpha + c.B / tokens ** c.beta,
      0.01,
      7,
    );
    const report = await fitted("chinchilla", rows);
    expectWithinIntervals(report, c);
    expect(report.residual).toBeGreaterThan(0.007);
    expect(report.residual).toBeLessThan(0.013);
  });

  it("Sun et al. 2025", async () => {
    const c = {
      n: 69.2343,
      alpha: 0.2368,
      d: 68973.0621,
      beta: 0.5162,
      epsilon: 1.9061,
      gamma: 11334.5197,
      delta: 3.1926,
      nu: 2.9543,
    };
    const formats = ["bf16", "e1m1", "e2m1", "e1m2", "e3m2"].flatMap((name) =>
      name === "bf16" ? [{}] : [32, 512].map((group) => ({ weights: formatNamed(name), group })),
    );
    const rows = syntheticRuns(
      sizes(spread(2e7, 3e9, 5), spread(2e9, 4e11, 5)).flatMap((size) =>
        formats.map((format) => ({ ...size, ...format })),
      ),
      ({ parameters: N, tokens: D, weights, group }) => {
        const [E, M, B] = [weights?.exponent ?? 8, weights?.mantissa ?? 7, group ?? 128];
        const rho =
          ((D ** c.beta / N ** c.alpha) * Math.log2(B)) /
          (c.gamma * (E + 0.5) ** c.delta * (M + 0.5) ** c.nu);
        return c.n / N ** c.alpha + c.d / D ** c.beta + c.epsilon + rho;
      },
      0.01,
      4,
    );
    expectWithinIntervals(await fitted("sun", rows), c);
  });

  it("Kumar et al. 2024, training", async () => {
    const c = {
      A: 4299,
      alpha: 0.4965,
      B: 18060,
      beta: 0.4965,
      E: 2.7648,
      gamma_w: 2.6745,
      n_w: 0.3037,
      gamma_a: 2.2102,
      n_a: 1.4072,
    };
    const f = (P: number, gamma: number, n: number) => 1 - Math.exp(-P / gamma + n);
    const formats = [
      ["int3", "bf16"],
      ["int4", "bf16"],
      ["int6", "bf16"],
      ["bf16", "bf16"],
      ["bf16", "int4"],
      ["bf16", "int6"],
      ["bf16", "int8"],
      ["int4", "int4"],
    ] as const;
    const rows = syntheticRuns(
      sizes(spread(5e6, 1e9, 5), spread(5e8, 1e11, 4)).flatMap((size) =>
        formats.map(([weights, activations]) => ({
          ...size,
          weights: formatNamed(weights),
          activations: formatNamed(activations),
        })),
      ),
      ({ parameters: N, tokens: D, weights, activations }) => {
        const Neff =
          N *
          f(weights?.bits ?? 16, c.gamma_w, c.n_w) *
          f(activations?.bits ?? 16, c.gamma_a, c.n_a) *
          f(16, 0.9578, 2.4185);
        return c.A * Neff ** -c.alpha + c.B * D ** -c.beta + c.E;
      },
      0.01,
      8,
    );
    const report = await fitted("kumar", rows);
    expectWithinIntervals(report, c);
    expect(report.constants).toMatchObject({ gamma_kv: 0.9578, n_kv: 2.4185 });
    expect(report.assumed["gamma_kv"]).toMatch(/one width/);
  });

  it("Kumar et al. 2024, quantization after training, with e^b in C_T", async () => {
    const f = (P: number, gamma: number, n: number) => 1 - Math.exp(-P / gamma + n);
    const F = f(16, 2.6745, 0.3037) * f(16, 2.2102, 1.4072) * f(16, 0.9578, 2.4185);
    const rows = syntheticRuns(
      sizes(spread(3e7, 1e9, 4), spread(1e9, 1e11, 4)).flatMap((size) =>
        ["int3", "int4", "int5", "int6"].map((name) => ({ ...size, quantization: formatNamed(name) })),
      ),
      ({ parameters: N, tokens: D, quantization }) => {
        const P = quantization?.bits ?? 16;
        return (
          0.0598 *
          Math.exp(-P / 0.5907 + 1.1277) *
          (D ** 0.5068 / (N * F) ** 0.3439) *
          (1 - Math.exp(-(16 - P))) ** 3
        );
      },
      0.01,
      2,
    );
    const report = await fitted("kumar-ptq", rows);
    expectWithinIntervals(report, {
      C_T: 0.0598 * Math.exp(1.1277),
      gamma_D: 0.5068,
      gamma_N: 0.3439,
      gamma: 0.5907,
    });
    expect(report.constants).toMatchObject({ b: 0, A: 4299 });
  });

  it("Ouyang et al. 2024, at 2, 3 and 4 bits", async () => {
    const c = {
      2: { K: 3.787e-4, b: 0.52405, a: 0.225 },
      3: { K: 1.1703e-5, b: 0.67273, a: 0.35469 },
      4: { K: 6.1323e-6, b: 0.65506, a: 0.3835 },
    };
    const of = (bits: number | undefined) => c[bits === 2 ? 2 : bits === 3 ? 3 : 4];
    const rows = syntheticRuns(
      sizes(spread(8e7, 1.1e10, 4), spread(1e9, 2e11, 5)).flatMap((size) =>
        ["int2", "int3", "int4"].map((name) => ({ ...size, quantization: formatNamed(name) })),
      ),
      ({ parameters: N, tokens: D, quantization }) => {
        const { K, b, a } = of(quantization?.bits);
        return (K * D ** b) / N ** a;
      },
      0.01,
      6,
    );
    const report = await fitted("ouyang", rows);
    expectWithinIntervals(report, {
      "2 bits: K": c[2].K,
      "2 bits: b": c[2].b,
      "2 bits: a": c[2].a,
      "3 bits: K": c[3].K,
      "3 bits: b": c[3].b,
      "3 bits: a": c[3].a,
      "4 bits: K": c[4].K,
      "4 bits: b": c[4].b,
      "4 bits: a": c[4].a,
    });
    expect(report.settings?.["3 bits"]).toMatchObject({ bits: 3 });
  });

  it("Chen et al. 2025, W4A4", async () => {
    const c = { E: 1.9279, A: 237.7042, alpha: 0.3022, B: 596.249, beta: 0.3022 };
    const q = { k: 0.1582, g_N: 0.2186, g_D: 0.0745, g_G: 0.7779 };
    const rows = syntheticRuns(
      sizes(spread(1e7, 3e9, 5), spread(1e9, 1e12, 5)).flatMap((size) => [
        size,
        ...[8, 32, 128, 1024].map((group) => ({
          ...size,
          weights: formatNamed("int4"),
          activations: formatNamed("int4"),
          group,
        })),
      ]),
      ({ parameters: N, tokens: D, weights, group = 1 }) =>
        c.A / N ** c.alpha +
        c.B / D ** c.beta +
        c.E +
        (weights === undefined ? 0 : (q.k * D ** q.g_D * Math.log2(group) ** q.g_G) / N ** q.g_N),
      0.001,
      5,
    );
    const report = await fitted("chen", rows);
    expectWithinIntervals(report, {
      ...c,
      "W4A4: k": q.k,
      "W4A4: g_N": q.g_N,
      "W4A4: g_D": q.g_D,
      "W4A4: g_G": q.g_G,
    });
  });

  it("Castro et al. 2025, with a recipe of both passes and two of one pass, and keeps the others", async () => {
    const c = { A: 1.52e5, alpha: 0.589, B: 5.25e5, beta: 0.544, E: 1.35, gamma: 0.274 };
    const recipes = [
      { run: {}, effN: 1, effD: 1 },
      { run: { recipe: "quartet" }, effN: 0.65, effD: 0.95 },
      { run: { forward: "SR" }, effN: 0.42, effD: 1 },
      { run: { forward: "fp8_e4m3", backward: "rtn" }, effN: 1, effD: 0.93 },
    ];
    const rows = syntheticRuns(
      sizes(spread(1e7, 3e9, 6), spread(5e8, 1e12, 6)).flatMap((size) =>
        recipes.map(({ run }) => ({ ...size, ...run })),
      ),
      ({ parameters: N, tokens: D, recipe, forward, backward }) => {
        const { effN = 1, effD = 1 } =
          recipes.find(
            ({ run }) => run.recipe === recipe && run.forward === forward && run.backward === backward,
          ) ?? {};
        return (c.A / (N * effN) ** c.alpha + c.B / (D * effD) ** c.beta) ** c.gamma + c.E;
      },
      0.001,
      1,
    );
    const report = await fitted("quartet", rows);
    expectWithinIntervals(report, {
      ...c,
      "Quartet: effN": 0.65,
      "Quartet: effD": 0.95,
      "forward MXFP4, stochastic rounding: effN": 0.42,
      "backward MXFP4, round to nearest: effD": 0.93,
    });
    expect(report.settings?.["forward MXFP4, QuEST"]).toEqual({ effN: 0.64 });
    expect(report.assumed["forward MXFP4, QuEST: effN"]).toMatch(/No run of the table has this recipe/);
    expect(Object.keys(report.assumed)).not.toContain("Quartet: effN");
    expect(Object.keys(report.constants).sort()).toEqual(Object.keys(c).sort());
  });

  it("Panferov et al. 2025, multipliers over the table's own 16-bit runs", async () => {
    const c = { E: 1.8172, A: 482.01, B: 2085.43, alpha: 0.3478, beta: 0.3658 };
    const eff: Readonly<Record<string, number>> = { int4: 0.6918, int2: 0.1519 };
    const rows = syntheticRuns(
      sizes(spread(2e7, 2e9, 6), spread(2e9, 2e11, 5)).flatMap((size) => [
        size,
        ...Object.keys(eff).map((name) => ({
          ...size,
          weights: formatNamed(name),
          activations: formatNamed(name),
        })),
      ]),
      ({ parameters: N, tokens: D, weights }) =>
        c.E + c.A / (N * (eff[weights?.name ?? ""] ?? 1)) ** c.alpha + c.B / D ** c.beta,
      0.001,
      1,
    );
    const report = await fitted("quest", rows);
    expectWithinIntervals(report, { ...c, "W4A4: eff": 0.6918, "W2A2: eff": 0.1519 });
    expect(report.domain["bits"]).toEqual([2, 4]);
  });
});
