import { escapeXml } from "./plot.ts";

/** One row of the chart: a number with its interval. */
export interface IntervalRow {
  readonly label: string;
  readonly middle: number;
  /** Undefined where none is known; the middle is then an open circle. */
  readonly interval?: { readonly low: number; readonly high: number };
  /** The row that the chart is about. */
  readonly own: boolean;
}

/** Numbers with their intervals, one below the other. */
export interface IntervalPlot {
  readonly rows: readonly IntervalRow[];
  /** Shaded around zero: differences within it mean nothing. */
  readonly band: { readonly size: number; readonly label: string };
  readonly xLabel: string;
}

const WIDTH = 460;
const ROW = 22;
const FRAME = { left: 132, right: 20, top: 20, bottom: 34 };
const LETTERS = 20;

/** Mid tones with a contrast of at least 3:1 on white and on VS Code's dark backgrounds: the theme is not known here. */
const INK = "#808080";
const OWN = "#d9702b";
const OTHER = "#3b8eea";
const BAND = "#3fa06a";

/** A small chart as SVG text. The own row differs in colour and is marked by its bold label, so that colour is not needed. */
export function intervalPlot({ rows, band, xLabel }: IntervalPlot): string {
  const ends = rows.flatMap(({ middle, interval }) => [
    middle,
    interval?.low ?? middle,
    interval?.high ?? middle,
  ]);
  const from = Math.min(-band.size, ...ends);
  const to = Math.max(band.size, ...ends) * 1.04;
  const at = (value: number) =>
    Number((FRAME.left + ((value - from) / (to - from)) * (WIDTH - FRAME.left - FRAME.right)).toFixed(1));
  const bottom = FRAME.top + rows.length * ROW;
  const height = bottom + FRAME.bottom;
  const shade = `<rect x="${at(-band.size)}" y="${FRAME.top}" width="${Number((at(band.size) - at(-band.size)).toFixed(1))}" height="${bottom - FRAME.top}" fill="${BAND}" fill-opacity="0.3"/>`;
  const zero = `<path d="M${at(0)} ${FRAME.top}V${bottom}M${FRAME.left} ${bottom}H${WIDTH - FRAME.right}" stroke="${INK}" fill="none"/>`;
  const ticks = roundValues(to).map(
    (value) =>
      `<path d="M${at(value)} ${bottom}v4" stroke="${INK}"/>${text(at(value), bottom + 15, String(value), "middle")}`,
  );
  const parts = [
    shade,
    zero,
    text(at(0) + 4, FRAME.top - 6, band.label, "start"),
    ...rows.map((row, i) => rowSvg(row, FRAME.top + (i + 0.5) * ROW, at)),
    ...ticks,
    text((FRAME.left + WIDTH) / 2, height - 5, xLabel, "middle"),
  ];
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}" font-family="sans-serif" font-size="11" fill="${INK}">${parts.join("")}</svg>`;
}

/** Three to seven round values from 0 to `most`: steps of 1, 2 or 5 times a power of ten. */
function roundValues(most: number): readonly number[] {
  const power = 10 ** Math.floor(Math.log10(most / 3));
  const step = power * ([5, 2].find((factor) => most / (factor * power) >= 3) ?? 1);
  return Array.from({ length: Math.floor(most / step) + 1 }, (_, i) => Number((i * step).toPrecision(6)));
}

function rowSvg(
  { label, middle, interval, own }: IntervalRow,
  y: number,
  at: (value: number) => number,
): string {
  const colour = own ? OWN : OTHER;
  const shown = label.length > LETTERS ? `${label.slice(0, LETTERS - 1)}…` : label;
  const name = `<text x="${FRAME.left - 8}" y="${y + 4}" text-anchor="end"${own ? ' font-weight="bold"' : ""}>${escapeXml(shown)}</text>`;
  const line = interval
    ? `<path d="M${at(interval.low)} ${y}H${at(interval.high)}" stroke="${colour}" stroke-width="3"/>`
    : "";
  return `${name}${line}<circle cx="${at(middle)}" cy="${y}" r="4" fill="${interval ? colour : "none"}" stroke="${interval ? INK : colour}"/>`;
}

function text(x: number, y: number, content: string, anchor: "start" | "middle"): string {
  return `<text x="${x}" y="${y}" text-anchor="${anchor}">${escapeXml(content)}</text>`;
}
