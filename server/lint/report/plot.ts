export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Curve {
  /** Curves of one label share an entry in the legend. */
  readonly label: string;
  /** Which colour and dash it has; without it, its place among the curves. */
  readonly look?: number;
  readonly points: readonly Point[];
}

export interface Plot {
  readonly curves: readonly Curve[];
  readonly mark?: Point & { readonly label: string };
  /** A vertical line, e.g. at the critical data size. */
  readonly line?: { readonly x: number; readonly label: string };
  /** Where the horizontal axis is labelled; equal steps from end to end if left out. */
  readonly xTicks?: readonly number[];
  /** The least and the most of each axis; without them, those of the curves. */
  readonly xRange?: readonly [from: number, to: number];
  readonly yRange?: readonly [from: number, to: number];
  /** What the chart shows, for people who do not see it; needed where nothing around it says so. */
  readonly description?: string;
  readonly xLabel: string;
  readonly yLabel: string;
  xText(x: number): string;
  yText(y: number): string;
}

const WIDTH = 460;
const HEIGHT = 180;
const FRAME = { left: 52, right: 16, top: 44, bottom: 36 };
const LEGEND_Y = 30;
const LETTER_WIDTH = 6;

/** Mid tones with a contrast of at least 3:1 on white and on VS Code's dark backgrounds: the theme is not known here. */
const INK = "#808080";
const COLOURS = ["#d9702b", "#3b8eea", "#3fa06a"];
const DASHES = ["", "5 3", "2 3"];

/**
 * A small line chart as SVG text. Curves differ in colour and in dash, so that they can be distinguished without
 * colour.
 */
export function plot(chart: Plot): string {
  const all = chart.curves.flatMap(({ points }) => points);
  if (all.length === 0) return emptySvg();
  const x = scale(chart.xRange ?? all.map((point) => point.x), FRAME.left, WIDTH - FRAME.right);
  const y = scale(
    chart.yRange ?? [...all.map((point) => point.y), ...(chart.mark ? [chart.mark.y] : [])],
    HEIGHT - FRAME.bottom,
    FRAME.top,
  );
  const parts = [
    axes(chart, x, y),
    ...chart.curves.map((curve, i) => curveSvg(curve, curve.look ?? i, x, y)),
    legend(chart.curves),
    chart.line ? lineSvg(chart.line, x) : "",
    chart.mark ? markSvg(chart.mark, x, y) : "",
  ];
  const { description } = chart;
  const role = description === undefined ? "" : ` role="img" aria-label="${escapeXml(description)}"`;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 ${WIDTH} ${HEIGHT}"${role} font-family="sans-serif" font-size="11" fill="${INK}">${parts.join("")}</svg>`;
}

interface Scale {
  readonly from: number;
  readonly to: number;
  at(value: number): number;
}

function scale(values: readonly number[], start: number, end: number): Scale {
  const from = values.reduce((least, value) => Math.min(least, value), Number.POSITIVE_INFINITY);
  const to = values.reduce((most, value) => Math.max(most, value), Number.NEGATIVE_INFINITY);
  const span = to - from || 1;
  return { from, to, at: (value) => start + ((value - from) / span) * (end - start) };
}

function axes({ xLabel, yLabel, xText, yText, xTicks }: Plot, x: Scale, y: Scale): string {
  const bottom = HEIGHT - FRAME.bottom;
  const xValues = xTicks ?? thirds(x);
  const frame = `<path d="M${FRAME.left} ${FRAME.top}V${bottom}H${WIDTH - FRAME.right}" fill="none" stroke="${INK}"/>`;
  const marks = xValues.map((value) => `<path d="M${round(x.at(value))} ${bottom}v4" stroke="${INK}"/>`);
  const xTexts = xValues.map((value) => text(x.at(value), bottom + 15, xText(value), "middle"));
  const yTexts = thirds(y).map((value) => text(FRAME.left - 6, y.at(value) + 4, yText(value), "end"));
  const labels = [text((FRAME.left + WIDTH) / 2, HEIGHT - 6, xLabel, "middle"), text(4, 12, yLabel, "start")];
  return [frame, ...marks, ...xTexts, ...yTexts, ...labels].join("");
}

function thirds({ from, to }: Scale): readonly number[] {
  return [0, 1, 2, 3].map((i) => from + ((to - from) * i) / 3);
}

function curveSvg({ points }: Curve, index: number, x: Scale, y: Scale): string {
  const path = points
    .map((point, i) => `${i === 0 ? "M" : "L"}${round(x.at(point.x))} ${round(y.at(point.y))}`)
    .join("");
  return `<path d="${path}" fill="none" stroke-width="2" ${look(index)}/>`;
}

/** Nine looks: every third one has a colour again, with another dash. */
function look(index: number): string {
  const dash = index + Math.floor(index / COLOURS.length);
  return `stroke="${COLOURS[index % COLOURS.length]}" stroke-dasharray="${DASHES[dash % DASHES.length]}"`;
}

/** One row under the title, each entry as wide as its text is likely to be. */
function legend(curves: readonly Curve[]): string {
  let x = FRAME.left + 8;
  const looks = new Map(curves.map(({ label, look }, i) => [label, look ?? i]));
  const entries = [...looks].map(([label, i]) => {
    const line = `<path d="M${x} ${LEGEND_Y}h22" stroke-width="2" ${look(i)}/>`;
    const entry = line + text(x + 27, LEGEND_Y + 4, label, "start");
    x += 43 + label.length * LETTER_WIDTH;
    return entry;
  });
  return entries.join("");
}

function lineSvg({ x: value, label }: { x: number; label: string }, x: Scale): string {
  const at = round(x.at(value));
  const anchor = at > WIDTH / 2 ? "end" : "start";
  return `<path d="M${at} ${FRAME.top}V${HEIGHT - FRAME.bottom}" stroke="${INK}" stroke-dasharray="3 3"/>${text(at + (anchor === "end" ? -4 : 4), FRAME.top + 10, label, anchor)}`;
}

/** The label is below the mark and to its right, away from a rising curve; where there is no room, on the other side. */
function markSvg({ x: valueX, y: valueY, label }: Point & { label: string }, x: Scale, y: Scale): string {
  const at = { x: round(x.at(valueX)), y: round(y.at(valueY)) };
  const fits = at.x + 10 + label.length * LETTER_WIDTH < WIDTH;
  const below = at.y < HEIGHT - FRAME.bottom - 18;
  const place = text(at.x + (fits ? 8 : -8), at.y + (below ? 16 : -8), label, fits ? "start" : "end");
  return `<circle cx="${at.x}" cy="${at.y}" r="4" fill="${COLOURS[0]}" stroke="${INK}"/>${place}`;
}

function text(x: number, y: number, content: string, anchor: "start" | "middle" | "end"): string {
  return `<text x="${round(x)}" y="${round(y)}" text-anchor="${anchor}">${escapeXml(content)}</text>`;
}

/** Text for the content of an element or an attribute in double quotes. */
export function escapeXml(content: string): string {
  return content
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}

function emptySvg(): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
