import { describe, expect, it } from "vitest";
import { betterFormat, type Offer } from "../../../server/science/decision/betterFormat.ts";
import { breakEven, usualDeviation } from "../../../server/science/decision/breakEven.ts";
import { breakEvenSize } from "../../../server/science/decision/breakEvenSize.ts";
import { type DataTerm, lossLeftToTokens } from "../../../server/science/decision/dataTerms.ts";
import { type Case, decide } from "../../../server/science/decision/decide.ts";

/** A format that is faster, with a known gap that matters: it trades. */
const TRADING: Case = {
  delta: 0.02,
  interval: { low: 0.012, high: 0.034 },
  isInsideTable: true,
  speed: { low: 1.2, mid: 1.3, high: 1.4 },
  breakEven: { low: 1.14, mid: 1.41, high: 2.8 },
  hasBetter: false,
  noise: 0.005,
};

describe("decide", () => {
  it.each<[string, Partial<Case>, string, string]>([
    ["is no faster", { speed: { low: 0.82, mid: 1, high: 1.04 } }, "does not pay", "no faster"],
    ["has a better one beside it", { hasBetter: true }, "does not pay", "another format is better"],
    ["was not timed", { speed: undefined }, "not shown", "speed not known"],
    ["has a gap without an interval", { interval: undefined }, "not shown", "gap not known"],
    [
      "is as fast as the break-even speed-up at 90 %",
      { breakEven: { low: 1.02, mid: 1.04, high: 1.2 } },
      "pays",
      "lower loss in the same time",
    ],
    [
      "has a gap within the noise of runs",
      { delta: 0.005, interval: { low: 0.002, high: 0.01 } },
      "saves time",
      "gap within run noise",
    ],
    [
      "may have a gap above twice the noise",
      { delta: 0.005, interval: { low: 0.002, high: 0.0101 } },
      "trades",
      "open which ends lower in the same time",
    ],
    [
      "is slower than the break-even speed-up at 10 %",
      { breakEven: { low: 1.41, mid: 1.9, high: 4 } },
      "trades",
      "16 bits end lower in the same time",
    ],
  ])("a format that %s", (_, change, verdict, because) => {
    const { speed, interval, ...rest } = { ...TRADING, ...change };
    const one = { ...rest, ...(speed ? { speed } : {}), ...(interval ? { interval } : {}) };
    expect(decide(one)).toEqual({ verdict, because });
  });

  it("takes the published run outside of the law's table, where the interval says nothing", () => {
    const outside: Case = { ...TRADING, delta: 0.0046, isInsideTable: false };
    expect(decide(outside).verdict).toBe("trades");
    expect(decide({ ...outside, published: 0.0045 }).verdict).toBe("saves time");
    expect(decide({ ...outside, published: 0.0055 }).verdict).toBe("trades");
    expect(decide({ ...outside, delta: 0.0055, published: 0.0045 }).verdict).toBe("trades");
  });

  it("takes a published run for an interval that is not known", () => {
    const { interval: _, ...without } = TRADING;
    expect(decide({ ...without, published: 0.02 }).verdict).toBe("trades");
  });

  it("asks first whether the format pays at all: nothing else counts for one that is no faster", () => {
    const { interval: _, ...slow } = { ...TRADING, speed: { low: 0.9, mid: 0.95, high: 1 } };
    expect(decide(slow).verdict).toBe("does not pay");
  });

  it("a 12B run over 10T tokens in NVFP4 with a sixth of the layers wide is a trade", () => {
    // Published gap about 1.5 % of a loss of 1.7 nats: 0.0255. NVFP4 on Blackwell: 1.47 to 1.58.
    const gap = { delta: 0.028, deviation: usualDeviation(12e9) };
    const verdict = decide({
      ...TRADING,
      ...gap,
      isInsideTable: false,
      interval: { low: 0.012, high: 0.066 },
      published: 0.0255,
      speed: { low: 1.47, mid: 1.56, high: 1.58 },
      breakEven: breakEven(gap, 10e12),
    });
    expect(verdict.verdict).toBe("trades");
  });
});

const offer = (name: string, delta: number, more: Partial<Offer> = {}): Offer => ({
  name,
  delta,
  bits: 8,
  ...more,
});
const better = (own: Offer, others: readonly Offer[]) => betterFormat(own, others, 0.005);
const range = (low: number, high: number) => ({ low, mid: (low + high) / 2, high });

describe("betterFormat", () => {
  it("is one of the same peak rate at less loss: MXFP8 for MXFP6 on Blackwell", () => {
    const mxfp8 = offer("mxfp8", 0.006, { peak: 4500, speed: range(1.17, 1.33) });
    expect(better(offer("mxfp6", 0.02, { peak: 4500, bits: 6 }), [mxfp8])).toBe(mxfp8);
    // On CDNA4 6 bits run at the rate of 4 bits, twice that of 8.
    expect(
      better(offer("mxfp6", 0.02, { peak: 9227, bits: 6 }), [offer("mxfp8", 0.006, { peak: 4614 })]),
    ).toBe(undefined);
  });

  it("has to be faster beyond the ranges of both, where both were measured", () => {
    const own = offer("mxfp8", 0.009, { speed: range(1.17, 1.33), peak: 4500 });
    expect(better(own, [offer("fp8", 0.008, { speed: range(1.26, 1.35) })])).toBe(undefined);
    expect(better(own, [offer("fp8", 0.008, { speed: range(1.34, 1.4) })])?.name).toBe("fp8");
    // Nobody measured it, so that its peak rate is no reason against a format that was.
    expect(better(own, [offer("fp8", 0.008, { peak: 9000 })])).toBe(undefined);
  });

  it("costs no more, and is not the same in both", () => {
    const own = offer("a", 0.01, { peak: 1 });
    expect(better(own, [offer("b", 0.011, { peak: 2 })])).toBe(undefined);
    expect(better(own, [offer("b", 0.01, { peak: 1 }), own])).toBe(undefined);
    expect(better(own, [offer("b", 0.01, { peak: 2 }), offer("c", 0.002, { peak: 1 })])?.name).toBe("c");
  });
});

describe("breakEvenSize", () => {
  const term: DataTerm = { law: "square root", B: 1000, beta: 0.5 };

  it("is the largest D at which the speed makes up for the gap", () => {
    // s* = (1 − ΔL·√D/1000)^(−2) ≤ 2 where ΔL·√D ≤ 1000·(1 − 1/√2) = 292.893; ΔL = 0.001: √D ≤ 292,893, D ≤ 8.5786e10.
    const { low, mid, high } = breakEvenSize({ deltaAt: () => 0.001, deviation: 1e-7, speed: 2 }, [term]);
    expect(mid / 8.5786e10).toBeCloseTo(1, 4);
    expect(low / mid).toBeCloseTo(1, 4);
    expect(high / mid).toBeCloseTo(1, 4);
  });

  it("has the range of the gap: a gap of half the size lets four times the tokens", () => {
    // √D goes as 1/ΔL, and ln ΔL is 1.28155·0.5 above its median at 90 %: D is lower by exp(2·0.640776) = 3.6020.
    const { low, mid, high } = breakEvenSize({ deltaAt: () => 0.001, deviation: 0.5, speed: 2 }, [term]);
    expect(mid / low).toBeCloseTo(3.602, 2);
    expect(high / mid).toBeCloseTo(3.602, 2);
  });

  it("is 0 for a format that is no faster, and infinite for one without a gap", () => {
    expect(breakEvenSize({ deltaAt: () => 0.01, deviation: 0.5, speed: 1 }).high).toBe(0);
    expect(breakEvenSize({ deltaAt: () => 0, deviation: 0.5, speed: 1.2 }).low).toBe(
      Number.POSITIVE_INFINITY,
    );
    expect(breakEvenSize({ deltaAt: () => undefined, deviation: 0.5, speed: 1.2 }).high).toBe(0);
  });

  it("is where the median of the break-even speed-up is the speed", () => {
    const deltaAt = (tokens: number) => 0.02 * (tokens / 1e11) ** 0.12;
    const { low, mid, high } = breakEvenSize({ deltaAt, deviation: 0.55, speed: 1.5 });
    expect(breakEven({ delta: deltaAt(mid), deviation: 0.55 }, mid).mid).toBeCloseTo(1.5, 5);
    expect(low).toBeLessThan(mid);
    expect(mid).toBeLessThan(high);
    expect(lossLeftToTokens(term, mid)).toBeGreaterThan(0);
  });
});
