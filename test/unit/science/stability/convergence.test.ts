import { describe, expect, it } from "vitest";
import { judgeConvergence } from "../../../../server/science/stability/convergence.ts";
import { judgeStability } from "../../../../server/science/stability/judgeStability.ts";
import { runsByRate, spreadOf, usableRange } from "../../../../server/science/stability/learningRates.ts";
import type { RunLog } from "../../../../server/science/stability/RunLog.ts";
import { STABILITY_SETTINGS } from "../../../../server/science/stability/stabilitySettings.ts";

/** Losses at steps 1, 2, 3, … */
function run(losses: readonly number[], facts: Partial<RunLog> = {}): RunLog {
  return { name: "run", loss: { steps: losses.map((_, i) => i + 1), values: losses }, ...facts };
}

function outcomes(...runs: readonly RunLog[]) {
  return judgeConvergence(runs, STABILITY_SETTINGS).judged.map(({ convergence }) =>
    convergence.outcome === "failed" ? convergence.because : convergence.outcome,
  );
}

describe("A run", () => {
  it("fails where its last loss is NaN or infinite, however early", () => {
    expect(outcomes(run([5, 4, 3]), run([5, Number.NaN]), run([5, 4, Number.POSITIVE_INFINITY]))).toEqual([
      "converged",
      "not finite",
      "not finite",
    ]);
  });

  it("does not fail for a NaN that it recovers from", () => {
    expect(outcomes(run([5, Number.NaN, 4, 3]))).toEqual(["converged"]);
  });

  it("fails where it ends no lower than it began", () => {
    expect(outcomes(run([5, 4, 3]), run([5, 4, 5]))).toEqual(["converged", "no progress"]);
  });

  it("fails where it ends more than a nat above the others", () => {
    expect(outcomes(run([9, 4, 3]), run([9, 4, 3.9]), run([9, 5, 4.9]))).toEqual([
      "converged",
      "converged",
      // The median is 3.9: 4.9 is exactly a nat above it and not more.
      "converged",
    ]);
    expect(outcomes(run([9, 3]), run([9, 3]), run([9, 4.1]))).toEqual([
      "converged",
      "converged",
      "ends high",
    ]);
  });

  it("is held against the best format, so that one whose runs mostly fail does not excuse itself", () => {
    const high = () => run([9, 6], { format: "fp8" });
    expect(outcomes(run([9, 3], { format: "bf16" }), high(), high(), high())).toEqual([
      "converged",
      "ends high",
      "ends high",
      "ends high",
    ]);
  });

  it("fails where it was stopped early, after its loss rose by more than a nat", () => {
    // Of 40 steps 3 stop after 20: one at 5 after it was at 3 (+2), one at exactly a nat more, one at its lowest.
    const long = run([9, ...new Array(39).fill(3)]);
    const stopped = (last: number) => run([9, ...new Array(14).fill(3), ...new Array(5).fill(last)]);
    expect(outcomes(long, stopped(5), stopped(4), stopped(3))).toEqual([
      "converged",
      "stopped high",
      "unfinished",
      "unfinished",
    ]);
  });

  it("is not counted where it ends before 90 % of the longest one", () => {
    expect(outcomes(run([5, 4.9, 4.8, 4.7, 4.6, 4.5, 4.4, 4.3, 4.2, 4]), run([5, 4]))).toEqual([
      "converged",
      "unfinished",
    ]);
  });
});

describe("The final loss", () => {
  it("is the mean over the last tenth of a short run", () => {
    // 21 points, steps 1 to 21: the last tenth is 2 steps, 20 and 21.
    const losses = Array.from({ length: 21 }, (_, i) => (i === 19 ? 2 : i === 20 ? 3 : 9));
    const [only] = judgeConvergence([run(losses)], STABILITY_SETTINGS).judged;
    expect(only?.ends).toMatchObject({ start: 9, final: 2.5 });
  });

  it("spreads by the sample standard deviation", () => {
    // Mean 3; squares 1 + 0 + 1, over 2.
    expect(spreadOf([2, 3, 4])).toEqual({ count: 3, mean: 3, deviation: 1, lowest: 2, highest: 4 });
    expect(spreadOf([2])?.deviation).toBeUndefined();
    expect(spreadOf([])).toBeUndefined();
  });
});

describe("The usable learning rates", () => {
  const at = (learningRate: number, fails: boolean) =>
    run(fails ? [5, Number.NaN] : [5, 3], { learningRate });
  const range = (...runs: readonly RunLog[]) =>
    usableRange(runsByRate(judgeConvergence(runs, STABILITY_SETTINGS).judged));

  it("are the widest stretch of rates without a failed run", () => {
    expect(range(at(1e-4, false), at(3e-4, false), at(1e-3, false), at(1e-3, true), at(3e-3, false))).toEqual(
      {
        from: 1e-4,
        to: 3e-4,
        openBelow: true,
        openAbove: false,
      },
    );
  });

  it("may reach further where the highest tried rate still works", () => {
    expect(range(at(1e-4, true), at(1e-3, false))).toEqual({
      from: 1e-3,
      to: 1e-3,
      openBelow: false,
      openAbove: true,
    });
  });

  it("are none where every rate has a failed run", () => {
    expect(range(at(1e-4, true))).toBeUndefined();
  });
});

describe("Formats", () => {
  it("are held against the widest one, at the learning rates that both were run at", () => {
    const good = (format: string, learningRate: number) => run([5, 3], { format, learningRate });
    const bad = (format: string, learningRate: number) => run([5, Number.NaN], { format, learningRate });
    const judgement = judgeStability(
      [
        ...[1, 2, 3].flatMap(() => [good("bf16", 1e-3), bad("bf16", 1e-2), bad("fp8_e4m3", 1e-3)]),
        good("fp8_e4m3", 1e-4),
      ],
      STABILITY_SETTINGS,
    );
    expect(judgement.baseline).toBe("bf16");
    expect(judgement.formats.map(({ format }) => format)).toEqual(["bf16", "fp8_e4m3"]);
    expect(judgement.formats[1]?.comparison).toMatchObject({
      format: { runs: 3, failed: 3 },
      baseline: { runs: 3, failed: 0 },
      sameLearningRates: true,
      verdict: "less robust",
    });
  });

  it("are counted together where no learning rate is known to be shared", () => {
    const judgement = judgeStability(
      [run([5, 3], { format: "bf16" }), run([5, 3], { format: "fp8", learningRate: 1e-3 })],
      STABILITY_SETTINGS,
    );
    expect(judgement.formats[1]?.comparison).toMatchObject({
      sameLearningRates: false,
      verdict: "undecided",
    });
  });
});
