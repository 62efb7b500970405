import { describe, expect, it } from "vitest";
import { backtest } from "../../../../server/science/backtest/backtest.ts";
import { baselinesOf } from "../../../../server/science/backtest/baselinesOf.ts";
import { readCases } from "../../../../server/science/backtest/readCases.ts";
import { deltaOfShare, tableBaseline } from "../../../../server/science/backtest/tableBaseline.ts";
import { bundledTraining } from "../../../../server/science/measurements/bundledMeasurements.ts";
import { readTrainingTable } from "../../../../server/science/measurements/readTrainingTable.ts";
import { law } from "../known.ts";
import { tableOf } from "../measurements/tableOf.ts";

/**
 * L = 1 + 1000/√N + 20000/√D: the terms are 1, ½ and ¼ at N = 1e6, 4e6 and 16e6, and 2, 1 and ½ at D = 1e8, 4e8 and
 * 16e8.
 */
const RUNS = [1, 2, 4].flatMap((n) =>
  [1, 2, 4].map((d) => ({ parameters: n * n * 1e6, tokens: d * d * 1e8, loss: 1 + 1 / n + 2 / d })),
);

const HEAD = "source,n_params,n_params_kind,d_tokens,w_format,a_format,loss_lowp,loss_ref,scheme,flag";

/** The runs in INT4, each with a loss above its reference by `delta` of it. */
function table(delta: (run: (typeof RUNS)[number]) => number, more: Partial<Record<string, string>> = {}) {
  const { source = "own", scheme = "", flag = "" } = more;
  const rows = RUNS.map((run) => {
    const { parameters, tokens, loss } = run;
    return `${source},${parameters},non-embedding,${tokens},INT4,INT4,${loss + delta(run)},${loss},${scheme},${flag}`;
  });
  return [HEAD, ...rows].join("\n");
}

describe("The 16-bit baseline of a table", () => {
  it("comes back from runs that follow one exactly", () => {
    const baseline = tableBaseline(RUNS);
    expect(baseline?.runs).toBe(9);
    expect(baseline?.residual).toBeLessThan(1e-5);
    if (baseline === undefined) throw new Error("nine runs are enough");
    // A quarter of 4e6 parameters is 1e6: the term rises from ½ to 1. A 16th of 16e6: from ¼ to 1.
    expect(deltaOfShare(baseline, { parameters: 4e6, tokens: 1e8 }, 1 / 4)).toBeCloseTo(0.5, 3);
    expect(deltaOfShare(baseline, { parameters: 16e6, tokens: 16e8 }, 1 / 16)).toBeCloseTo(0.75, 3);
    expect(deltaOfShare(baseline, { parameters: 16e6, tokens: 16e8 }, 1)).toBe(0);
  });

  it("counts a 16-bit run once, however many runs in low precision stand beside it", () => {
    expect(tableBaseline([...RUNS, ...RUNS])?.runs).toBe(9);
  });

  it("is not made of fewer than eight runs, three sizes or three token counts", () => {
    expect(tableBaseline(RUNS.slice(1))?.runs).toBe(8);
    expect(tableBaseline(RUNS.slice(2))).toBeUndefined();
    const many = (sizes: number, lengths: number) =>
      Array.from({ length: sizes }, (_, i) => (i + 1) ** 2 * 1e6).flatMap((parameters) =>
        Array.from({ length: lengths }, (_, j) => (j + 1) ** 2 * 1e8).map((tokens) => ({
          parameters,
          tokens,
          loss: 1 + 1000 / Math.sqrt(parameters) + 20000 / Math.sqrt(tokens),
        })),
      );
    expect([many(2, 9), many(9, 2)].map(tableBaseline)).toEqual([undefined, undefined]);
    expect(tableBaseline(many(3, 3))).toBeDefined();
  });

  it("is of one source alone", () => {
    const text = table(() => 0.1)
      .split("\n")
      .map((row, index) => (index > 4 ? row.replace("own", "other") : row));
    expect(baselinesOf(readTrainingTable(tableOf(text.join("\n"))).measurements).size).toBe(0);
  });

  it("is used only where it misses its own runs by little against what is measured", () => {
    // 0.1 up and down in turn follows no sum of a term of N and one of D: √(9 × 0.1²/4) = 0.15 nats are left at most.
    const scattered = (delta: number) => {
      const rows = RUNS.map(({ parameters, tokens, loss }, index) => {
        const reference = loss + (index % 2 === 0 ? 0.1 : -0.1);
        return `own,${parameters},non-embedding,${tokens},INT4,INT4,${reference + delta},${reference},,`;
      });
      return baselinesOf(readTrainingTable(tableOf([HEAD, ...rows].join("\n"))).measurements);
    };
    expect(scattered(0.2).size).toBe(0);
    const [kept] = scattered(2).values();
    expect(kept?.residual).toBeGreaterThan(0.05);
    expect(kept?.residual).toBeLessThan(0.2);
  });

  it("leaves out references that may be slips or repeat others", () => {
    const read = readTrainingTable(tableOf(table(() => 0.1, { flag: "suspect" })));
    expect(baselinesOf(read.measurements).size).toBe(0);
  });
});

describe("A law that gives effective parameters and no ΔL", () => {
  // QuEST: W4A4 is worth 0.6918 of the parameters. 1000/√(0.6918·N) − 1000/√N = (1/0.831745 − 1)·1000/√N = 0.202292·1000/√N.
  const asPredicted = table(({ parameters }) => (0.202292 * 1000) / Math.sqrt(parameters));

  it("is held against the runs of a table by their own 16-bit baseline, and says by which", () => {
    const read = readCases("own.csv", asPredicted);
    const cases = "table" in read ? read.table.cases : [];
    const result = backtest(law("quest-2025"), cases);
    expect(result).toMatchObject({ applicable: 9, within1_5: 1, baselines: [{ of: "own", runs: 9 }] });
    expect(result.medianRatio).toBeCloseTo(1, 2);
    expect(backtest(law("kumar-2024"), cases).baselines).toBeUndefined();
  });

  it("is held against nothing where the table has no baseline", () => {
    const read = readCases("own.csv", asPredicted.split("\n").slice(0, 7).join("\n"));
    const cases = "table" in read ? read.table.cases : [];
    expect(backtest(law("quest-2025"), cases)).toMatchObject({ applicable: 0, medianRatio: null });
  });

  it("has a baseline among the published runs of QuEST alone", () => {
    const sources = [...baselinesOf(bundledTraining().measurements).values()].map(({ of, runs }) => [
      of,
      runs,
    ]);
    // Six runs of its own, and Quartet's at six more sizes and lengths, which its table takes as references.
    expect(sources).toEqual([["quest, Llama-2 style, C4", 12]]);
  });
});
