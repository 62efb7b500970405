import { describe, expect, it } from "vitest";
import { intervalPlot } from "../../../server/lint/report/intervalPlot.ts";

const NOISE = { size: 0.005, label: "run noise" };
const plotOf = (...rows: Parameters<typeof intervalPlot>[0]["rows"]) =>
  intervalPlot({ rows, band: NOISE, xLabel: "nats" });

/** x and width of the attributes of the first element of that kind. */
function numbersIn(svg: string, pattern: RegExp): readonly number[] {
  return (pattern.exec(svg) ?? []).slice(1).map(Number);
}

describe("A chart of intervals", () => {
  const svg = plotOf(
    { label: "NVFP4", middle: 0.06, interval: { low: 0.03, high: 0.12 }, own: true },
    { label: "MXFP8", middle: 0.009, own: false },
  );

  it("puts every number at its place: a linear axis with zero on it", () => {
    const [zero = 0] = numbersIn(svg, /<path d="M([\d.]+) 20V/);
    const [low = 0, high = 0] = numbersIn(svg, /<path d="M([\d.]+) [\d.]+H([\d.]+)" stroke="#d9702b"/);
    const middles = Array.from(svg.matchAll(/<circle cx="([\d.]+)"/g), ([, x]) => Number(x) - zero);
    // 0.12 is four times as far from zero as 0.03, and twice as far as 0.06.
    expect((high - zero) / (low - zero)).toBeCloseTo(4, 1);
    expect((high - zero) / (middles[0] ?? 0)).toBeCloseTo(2, 1);
    expect((middles[0] ?? 0) / (middles[1] ?? 1)).toBeCloseTo(0.06 / 0.009, 0);
  });

  it("marks the own row in bold, and a number without an interval by an open circle", () => {
    expect(svg).toMatch(/font-weight="bold">NVFP4</);
    expect(svg).not.toMatch(/font-weight="bold">MXFP8</);
    expect(svg.match(/fill="none" stroke="#3b8eea"/g)).toHaveLength(1);
  });

  it("labels the axis with round values", () => {
    const labels = Array.from(svg.matchAll(/text-anchor="middle">([\d.]+)</g), ([, label]) => label);
    expect(labels).toEqual(["0", "0.02", "0.04", "0.06", "0.08", "0.1", "0.12"]);
  });

  it("escapes what comes from a file, and cuts a long name", () => {
    const hostile = plotOf({ label: "<script>&\"'", middle: 0.01, own: true });
    expect(hostile).not.toContain("<script>");
    expect(plotOf({ label: "x".repeat(60), middle: 0.01, own: true })).toContain(`${"x".repeat(19)}…`);
  });

  it("stands numbers that are all within noise", () => {
    expect(plotOf({ label: "FP8", middle: 0, own: true })).not.toMatch(/NaN|Infinity/);
  });
});
