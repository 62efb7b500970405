import { describe, expect, it } from "vitest";
import { lbfgs } from "../../../server/science/numerics/lbfgs.ts";

const component = (vector: Float64Array, i: number) => vector[i] ?? Number.NaN;

/** (1 − x)² + 100·(y − x²)²: its only minimum is 0 at (1, 1). */
function rosenbrock(at: Float64Array, gradient: Float64Array): number {
  const x = component(at, 0);
  const y = component(at, 1);
  gradient[0] = -2 * (1 - x) - 400 * x * (y - x * x);
  gradient[1] = 200 * (y - x * x);
  return (1 - x) ** 2 + 100 * (y - x * x) ** 2;
}

describe("lbfgs", () => {
  it.each([
    [-1.2, 1],
    [0, 0],
    [10, -10],
    [-50, 300],
  ])("finds Rosenbrock's minimum at (1, 1) from (%d, %d)", (x, y) => {
    const found = lbfgs(rosenbrock, [x, y]);
    expect(found.converged).toBe(true);
    expect(found.x[0]).toBeCloseTo(1, 6);
    expect(found.x[1]).toBeCloseTo(1, 6);
    expect(found.gradientNorm).toBeLessThan(1e-5);
  });

  it("solves a quadratic with curvatures 1 and 10⁶, whose minimum is (3, −2) by hand", () => {
    const found = lbfgs(
      (at, gradient) => {
        const [x, y] = [component(at, 0) - 3, component(at, 1) + 2];
        gradient[0] = x;
        gradient[1] = 1e6 * y;
        return (x * x + 1e6 * y * y) / 2;
      },
      [0, 0],
    );
    expect(found.converged).toBe(true);
    expect(found.x[0]).toBeCloseTo(3, 7);
    expect(found.x[1]).toBeCloseTo(-2, 7);
  });

  it("steps back from where the function is not defined: x − ln x has its minimum at 1", () => {
    const found = lbfgs(
      (at, gradient) => {
        const x = component(at, 0);
        gradient[0] = 1 - 1 / x;
        return x > 0 ? x - Math.log(x) : Number.NaN;
      },
      [50],
    );
    expect(found.converged).toBe(true);
    expect(found.x[0]).toBeCloseTo(1, 6);
  });

  it("says that it has not converged where its iterations run out", () => {
    const found = lbfgs(rosenbrock, [-1.2, 1], { iterations: 3 });
    expect(found).toMatchObject({ converged: false, reason: "iterations", iterations: 3 });
  });

  it("says that a start is not defined", () => {
    expect(lbfgs(() => Number.NaN, [0])).toMatchObject({ converged: false, reason: "undefined-start" });
  });

  it("ends at once where the start is the minimum", () => {
    expect(lbfgs(rosenbrock, [1, 1])).toMatchObject({ converged: true, reason: "gradient", iterations: 0 });
  });
});
