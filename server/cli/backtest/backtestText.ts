import type { Style } from "../../lint/report/Style.ts";
import type { LawBacktest } from "../../science/backtest/backtest.ts";
import type { Metrics } from "../../science/backtest/metrics.ts";

/** A table with its results, in the shape of schemas/backtest.schema.json. */
export interface BacktestedTable {
  /** As it was named; `bundled:…` for the tables that come with Bitlaw. */
  readonly path: string;
  readonly rows: number;
  readonly used: number;
  /** Rows that are not used, by reason. */
  readonly skipped: Readonly<Record<string, number>>;
  readonly laws: readonly LawBacktest[];
}

const HEADER = ["", "rows", "median ratio", "within 1.5×", "within 2×", "rank corr.", "80 % interval"];

/** Notes that are shown below the numbers of a table. */
export interface Remarks {
  /** Also laws without a row, because they were asked for. */
  readonly all: boolean;
  /** Used rows that have no training tokens. */
  readonly withoutTokens: number;
  /** Laws that were fitted to this very table and know no fit without a family of it. */
  readonly fittedHere: readonly string[];
}

/** The back-test of a table for people: the laws side by side, then each law's slices. */
export function backtestText(table: BacktestedTable, style: Style, remarks: Remarks): string {
  const { all, withoutTokens, fittedHere } = remarks;
  const shown = table.laws.filter((law) => all || law.applicable > 0);
  const silent = table.laws.filter((law) => !shown.includes(law)).map(({ law }) => law);
  const blocks = [
    `${style.strong(table.path)}  ${table.used} of ${table.rows} rows used\n${skippedText(table, style)}${tokensText(withoutTokens, style)}`,
    shown.length === 0 ? "" : aligned([HEADER, ...shown.map((law) => line(law.law, law))], style),
    ...shown.map((law) => lawText(law, style)),
    ...fittedHere.map(
      (law) => `${law} was fitted to this table: its numbers here are of the fit, not of a prediction.\n`,
    ),
    silent.length === 0 ? "" : `${style.faint(`No row for ${silent.join(", ")}.`)}\n`,
  ];
  return `${blocks.filter((block) => block !== "").join("\n")}\n`;
}

function tokensText(count: number, style: Style): string {
  return count === 0
    ? ""
    : `${style.faint(`  ${count} of them without training tokens (d_tokens), which the laws need`)}\n`;
}

function skippedText({ skipped }: BacktestedTable, style: Style): string {
  const reasons = Object.entries(skipped).sort(([, a], [, b]) => b - a);
  return reasons.map(([reason, count]) => `${style.faint(`  ${count} ${reason}`)}\n`).join("");
}

function lawText(law: LawBacktest, style: Style): string {
  const rows: string[][] = [[law.law, ...HEADER.slice(1)]];
  let by = "";
  for (const slice of law.slices) {
    if (slice.by !== by) rows.push([slice.by]);
    by = slice.by;
    rows.push(line(`  ${slice.value}`, slice));
  }
  const { anchored, baselines = [] } = law;
  const bases = baselines.map(
    ({ of, runs, residual }) =>
      `ΔL of its effective parameters by a fit to ${runs} 16-bit runs (${of}), which it meets within ${residual.toFixed(4)} nats.\n`,
  );
  const note =
    anchored === undefined
      ? ""
      : `With one measurement of the model in another setting known: ${percent(anchored.within1_5)} within 1.5×, ${percent(anchored.within2)} within 2×. ` +
        `With one in the same setting, on another text or from another source: ${percent(anchored.sameSetting.within1_5)} and ${percent(anchored.sameSetting.within2)}.\n`;
  const notes = bases.join("") + note;
  return law.slices.length === 0 ? notes : aligned(rows, style) + notes;
}

function line(name: string, metrics: Metrics): string[] {
  return [
    name,
    String(metrics.applicable),
    number(metrics.medianRatio),
    percent(metrics.within1_5),
    percent(metrics.within2),
    number(metrics.spearman),
    percent(metrics.coverage80),
  ];
}

function number(value: number | null): string {
  if (value === null) return "–";
  return Math.abs(value) >= 1000 ? value.toExponential(1) : value.toFixed(2);
}

function percent(value: number | null): string {
  return value === null ? "–" : `${(100 * value).toFixed(0)} %`;
}

/** Names to the left, numbers to the right; the first row is a heading. */
function aligned(rows: readonly (readonly string[])[], style: Style): string {
  const widths = HEADER.map((_, column) => Math.max(...rows.map((row) => (row[column] ?? "").length)));
  return rows
    .map((row, index) => {
      const cells = row.map((cell, column) =>
        column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
      );
      const text = cells.join("  ").trimEnd();
      return `${index === 0 ? style.strong(text) : text}\n`;
    })
    .join("");
}
