import { describe, expect, it } from "vitest";
import { fisherExact } from "../../../../server/science/numerics/fisherExact.ts";
import { compareCounts } from "../../../../server/science/stability/compareFormats.ts";
import { detectableRate, fisherPower, seedsNeeded } from "../../../../server/science/stability/power.ts";

describe("Fisher's exact test", () => {
  it("finds 3 failures of 3 against 0 of 3 by hand: 1/20 one-sided, 2/20 two-sided", () => {
    // 3 of the 6 runs failed. C(6, 3) = 20 ways to place them, one of which puts all into the first group, one none.
    const { oneSided, twoSided } = fisherExact({ runs: 3, failed: 3 }, { runs: 3, failed: 0 });
    expect(oneSided).toBeCloseTo(1 / 20, 12);
    expect(twoSided).toBeCloseTo(2 / 20, 12);
  });

  it("gives Fisher's own tea cups: 17/70 and 34/70 for 3 of 4", () => {
    // Of 8 cups 4 are marked: P(3) = C(4,3)·C(4,1)/C(8,4) = 16/70, P(4) = 1/70; as probable or less: 0, 1, 3 and 4.
    const { oneSided, twoSided } = fisherExact({ runs: 4, failed: 3 }, { runs: 4, failed: 1 });
    expect(oneSided).toBeCloseTo(17 / 70, 12);
    expect(twoSided).toBeCloseTo(34 / 70, 12);
  });

  it("sums the hypergeometric terms of groups of unequal size", () => {
    // 4 of 8 against 0 of 5: 4 of 13 failed, C(13, 4) = 715. P(k) for the group of 8: C(8,k)·C(5,4−k) =
    // k=0: 5, k=1: 8·10 = 80, k=2: 28·10 = 280, k=3: 56·5 = 280, k=4: 70; in all 715. At most 70: k=4 and k=0.
    const { oneSided, twoSided } = fisherExact({ runs: 8, failed: 4 }, { runs: 5, failed: 0 });
    expect(oneSided).toBeCloseTo(70 / 715, 12);
    expect(twoSided).toBeCloseTo(75 / 715, 12);
  });

  it("gives what R's fisher.test prints for Fisher's convicted twins: 0.0004652 and 0.0005367", () => {
    // Fisher 1935, The Logic of Inductive Inference: 10 of 13 identical twins of criminals were convicted, 2 of 17 others.
    const { oneSided, twoSided } = fisherExact({ runs: 13, failed: 10 }, { runs: 17, failed: 2 });
    expect(oneSided).toBeCloseTo(0.0004652, 7);
    expect(twoSided).toBeCloseTo(0.0005367, 7);
  });

  it.each([
    [200, 120, 200, 60],
    [200, 30, 150, 5],
    [150, 5, 200, 30],
    [200, 200, 200, 0],
    [7, 0, 400, 398],
  ])(
    "keeps ten digits of the ratio of whole numbers: %d runs, %d failed, against %d and %d",
    (n, a, m, b) => {
      const ways = binomials(n + m);
      const count = (k: number) => (ways[n]?.[k] ?? 0n) * (ways[m]?.[a + b - k] ?? 0n);
      const counts = Array.from({ length: Math.min(n, a + b) + 1 }, (_, k) => count(k));
      const share = (some: readonly bigint[]) => ratio(sum(some), sum(counts));
      const { oneSided, twoSided } = fisherExact({ runs: n, failed: a }, { runs: m, failed: b });
      expect(Math.abs(oneSided / share(counts.slice(a)) - 1)).toBeLessThan(1e-10);
      expect(Math.abs(twoSided / share(counts.filter((one) => one <= count(a))) - 1)).toBeLessThan(1e-10);
    },
  );

  it("has p = 1 where nothing failed and where everything did", () => {
    for (const failed of [0, 4])
      expect(fisherExact({ runs: 4, failed }, { runs: 4, failed })).toEqual({ oneSided: 1, twoSided: 1 });
  });

  it("is small only in the direction of the format that fails more", () => {
    expect(fisherExact({ runs: 6, failed: 0 }, { runs: 6, failed: 6 }).oneSided).toBeCloseTo(1, 12);
  });
});

/** Pascal's triangle to row n. */
function binomials(n: number): readonly (readonly bigint[])[] {
  const rows: bigint[][] = [[1n]];
  for (let i = 1; i <= n; i++) {
    const above = rows[i - 1] ?? [];
    rows.push(Array.from({ length: i + 1 }, (_, k) => (above[k - 1] ?? 0n) + (above[k] ?? 0n)));
  }
  return rows;
}

function sum(values: readonly bigint[]): bigint {
  return values.reduce((total, value) => total + value, 0n);
}

/** The nearest double to part/whole, to 18 digits: both may be beyond the largest double. */
function ratio(part: bigint, whole: bigint): number {
  const exponent = whole.toString().length - part.toString().length + 18;
  return Number(`${(part * 10n ** BigInt(exponent)) / whole}e-${exponent}`);
}

describe("Power", () => {
  it("needs 3 seeds to tell a format that always fails from one that never does", () => {
    // One-sided p = 1/C(2n, n): 1/6 for 2, 1/20 = 0.05 for 3.
    expect(seedsNeeded(1, 0)).toBe(3);
  });

  it("needs 19 seeds to tell a failure rate of 50 % from one of 10 %, as SciPy's fisher_exact enumerates", () => {
    // The smallest n at which the binomial probabilities of all pairs with fisher_exact(…, "greater") ≤ 0.05 reach 0.8.
    expect(seedsNeeded(0.5, 0.1)).toBe(19);
  });

  it("adds up the outcomes that are significant", () => {
    // 3 against 3: only 3 failures against 0 reach 0.05. With rates 0.9 and 0.1 that is 0.9³·0.9³ = 0.531441.
    expect(fisherPower(0.9, 0.1, { format: 3, baseline: 3 })).toBeCloseTo(0.531441, 10);
    // 4 against 4: 4–0 (p = 1/70) and 4–1, 3–0: P(X ≥ 4 | 5 marked of 8) = C(5,4)/70 = 5/70 = 0.071, not significant;
    // 3–0: C(4,3)·C(4,0)/C(8,3) = 4/56 = 0.071, not significant either. So 0.9⁴·0.9⁴.
    expect(fisherPower(0.9, 0.1, { format: 4, baseline: 4 })).toBeCloseTo(0.9 ** 8, 10);
  });

  it("is the sum over all pairs of binomial outcomes", () => {
    const choose = (n: number, k: number): number => (k === 0 ? 1 : (choose(n, k - 1) * (n - k + 1)) / k);
    const binomial = (k: number, n: number, p: number) => choose(n, k) * p ** k * (1 - p) ** (n - k);
    const [n, m, rate, base] = [9, 7, 0.7, 0.15];
    let sum = 0;
    for (let a = 0; a <= n; a++) {
      for (let b = 0; b <= m; b++) {
        // One-sided tail with plain binomial coefficients: P(at least a of the a + b failures are in the first group).
        let tail = 0;
        for (let k = a; k <= Math.min(n, a + b); k++)
          tail += (choose(n, k) * (a + b - k <= m ? choose(m, a + b - k) : 0)) / choose(n + m, a + b);
        if (tail <= 0.05) sum += binomial(a, n, rate) * binomial(b, m, base);
      }
    }
    expect(fisherPower(rate, base, { format: n, baseline: m })).toBeCloseTo(sum, 10);
  });

  it("does not exist for equal rates, and beyond 200 seeds", () => {
    expect(seedsNeeded(0.2, 0.2)).toBeUndefined();
    expect(seedsNeeded(0.1, 0.2)).toBeUndefined();
    expect(seedsNeeded(0.11, 0.1)).toBeUndefined();
  });

  it("finds the rate that runs would have shown: none for 2 against 2, 93 % for 3 against 3", () => {
    // 3 against 3 needs 3–0, which has probability rate³ where the other never fails: 0.93³ = 0.804, 0.92³ = 0.779.
    expect(detectableRate(0, { format: 2, baseline: 2 })).toBeUndefined();
    expect(detectableRate(0, { format: 3, baseline: 3 })).toBe(0.93);
  });
});

describe("The verdict", () => {
  it("is less robust only where the test is significant", () => {
    expect(compareCounts({ runs: 3, failed: 3 }, { runs: 3, failed: 0 }).verdict).toBe("less robust");
    expect(compareCounts({ runs: 3, failed: 2 }, { runs: 3, failed: 0 }).verdict).toBe("undecided");
  });

  it("is as robust only where a failure rate 20 points higher would have been found", () => {
    expect(compareCounts({ runs: 3, failed: 0 }, { runs: 3, failed: 0 }).verdict).toBe("undecided");
    // Against as many runs without a failure, 5 failures of 30 give p = C(30,5)/C(60,5) = 0.026, 5 of 40 0.027; 4 give
    // more than 0.05. P(X ≥ 5) with rate 0.2 is 0.745 for 30 runs and 0.924 for 40.
    expect(compareCounts({ runs: 30, failed: 0 }, { runs: 30, failed: 0 }).verdict).toBe("undecided");
    expect(compareCounts({ runs: 40, failed: 0 }, { runs: 40, failed: 0 }).verdict).toBe("as robust");
  });

  it("knows the smallest p that so few runs can give", () => {
    // 1/C(4, 2) = 1/6.
    expect(compareCounts({ runs: 2, failed: 0 }, { runs: 2, failed: 0 }).leastP).toBeCloseTo(1 / 6, 12);
  });
});
