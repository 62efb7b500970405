import { describe, expect, it } from "vitest";
import { findSpikes, PUBLISHED_DETECTOR } from "../../../../server/science/stability/findSpikes.ts";
import { gradientGrowth } from "../../../../server/science/stability/gradientGrowth.ts";
import { movingAverage } from "../../../../server/science/stability/movingAverage.ts";
import type { Series } from "../../../../server/science/stability/Series.ts";

function every(stride: number, count: number, value: (step: number) => number): Series {
  const steps = Array.from({ length: count }, (_, i) => (i + 1) * stride);
  return { steps, values: steps.map(value) };
}

/** The steps and values of the moving average as plain arrays. */
function averaged(series: Series, window: number) {
  const { steps, values } = movingAverage(series, window);
  return { steps: Array.from(steps), values: Array.from(values) };
}

describe("The moving average", () => {
  const rising = (step: number) => step;

  it("begins where the window is full", () => {
    expect(averaged(every(1, 5, rising), 3)).toEqual({ steps: [3, 4, 5], values: [2, 3, 4] });
  });

  it("counts steps, not points", () => {
    expect(averaged(every(10, 4, rising), 30)).toEqual({ steps: [30, 40], values: [20, 30] });
  });

  it("leaves values alone where less than a point falls into the window", () => {
    const steps = [500, 1000, 1500];
    expect(averaged(every(500, 3, rising), 100)).toEqual({ steps, values: steps });
  });

  it("forgets a value of any size when it leaves the window", () => {
    const { values } = averaged(
      every(1, 8, (step) => (step === 3 ? 1e30 : 3)),
      2,
    );
    expect(values.slice(-3)).toEqual([3, 3, 3]);
  });
});

describe("The spike detector", () => {
  it("finds the first step whose average over 100 steps rises by more than 0.008", () => {
    // A single step of height h raises the average by h/100: 0.9 gives 0.009, 0.7 gives 0.007.
    const spike = findSpikes(
      every(1, 400, (step) => (step >= 250 ? 3.9 : 3)),
      PUBLISHED_DETECTOR,
    );
    expect(spike).toHaveLength(1);
    expect(spike[0]?.step).toBe(250);
    expect(spike[0]?.rise).toBeCloseTo(0.009, 10);
    expect(
      findSpikes(
        every(1, 400, (step) => (step >= 250 ? 3.7 : 3)),
        PUBLISHED_DETECTOR,
      ),
    ).toEqual([]);
  });

  it("sees the same spike in a log of every tenth step", () => {
    // The window has 10 points, the first high one raises its mean by 0.9/10 within 10 steps: 0.009 a step.
    const [spike, ...more] = findSpikes(
      every(10, 40, (step) => (step >= 250 ? 3.9 : 3)),
      PUBLISHED_DETECTOR,
    );
    expect(more).toEqual([]);
    expect(spike?.step).toBe(250);
    expect(spike?.rise).toBeCloseTo(0.009, 10);
  });

  it("counts rises within a window of each other once, and later ones again", () => {
    const loss = (step: number) => ([300, 340, 800].includes(step) ? 5 : 3);
    expect(findSpikes(every(1, 1000, loss), PUBLISHED_DETECTOR).map(({ step }) => step)).toEqual([300, 800]);
  });

  it("does not judge the first window, where the loss is not averaged yet", () => {
    expect(
      findSpikes(
        every(1, 99, (step) => step),
        PUBLISHED_DETECTOR,
      ),
    ).toEqual([]);
  });

  it("passes over losses that are no number", () => {
    const loss = (step: number) => (step === 200 ? Number.NaN : step === 210 ? Number.POSITIVE_INFINITY : 3);
    expect(findSpikes(every(1, 400, loss), PUBLISHED_DETECTOR)).toEqual([]);
  });

  it("takes other settings", () => {
    const loss = every(1, 60, (step) => (step >= 30 ? 3.1 : 3));
    expect(findSpikes(loss, { window: 10, threshold: 0.008 }).map(({ step }) => step)).toEqual([30]);
    expect(findSpikes(loss, { window: 10, threshold: 0.02 })).toEqual([]);
  });
});

describe("The growth of the gradient norm", () => {
  it("holds the last average before the spike against the median since step 120", () => {
    // 1 up to step 900, then 3: from 950 on the average over 50 steps is 3. At spike 1000 the last one is that of step 999.
    const growth = gradientGrowth(
      every(1, 1200, (step) => (step > 900 ? 3 : 1)),
      1000,
    );
    expect(growth?.usual).toBeCloseTo(1, 10);
    expect(growth?.before).toBeCloseTo(3, 10);
    expect(growth?.growth).toBeCloseTo(3, 10);
  });

  it("ignores the first 120 steps, and what follows the spike", () => {
    const norm = (step: number) => (step <= 70 || step >= 500 ? 100 : 2);
    expect(gradientGrowth(every(1, 1000, norm), 500)?.growth).toBeCloseTo(1, 10);
  });

  it("says nothing about a spike right after the start", () => {
    expect(
      gradientGrowth(
        every(1, 1000, () => 1),
        121,
      ),
    ).toBeUndefined();
  });
});
