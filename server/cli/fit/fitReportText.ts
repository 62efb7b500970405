import type { Style } from "../../lint/report/Style.ts";
import type { FitForm } from "../../science/fit/FitForm.ts";
import type { FitReport } from "../../science/fit/fitLaw.ts";
import type { RunRow } from "../../science/fit/RunRow.ts";
import { shortNumber } from "../terminal/shortNumber.ts";

const WORST = 5;

/** A fit for a terminal: constants with their intervals, residuals, domain and warnings. */
export function fitReportText(
  table: string,
  form: FitForm,
  rows: readonly RunRow[],
  report: FitReport,
  style: Style,
): string {
  const sections = [
    `${style.strong(`${form.name} fitted to ${table}`)}: ${rows.length} rows, N counts ${form.counts === "parameters" ? "all parameters" : "parameters without embeddings"}`,
    constants(report, style),
    `${style.strong("Residuals")} of ln ${form.measures === "loss" ? "L" : "ΔL"}: standard deviation ${shortNumber(report.residual)}; the largest:\n${worst(rows, report)}`,
    `${style.strong("Domain")}\n${Object.entries(report.domain)
      .map(([name, [low, high]]) => `  ${name.padEnd(12)} ${shortNumber(low)} to ${shortNumber(high)}`)
      .join("\n")}`,
  ];
  const open = report.parameters.filter(({ undetermined }) => undetermined !== undefined);
  const warnings = [
    ...open.map(({ constant, undetermined }) => `The data do not determine ${constant}: ${undetermined}.`),
    ...report.warnings,
  ];
  if (warnings.length > 0)
    sections.push(
      `${style.strong("Warnings")}\n${warnings.map((one) => `  ${style.severity("warning", one)}`).join("\n")}`,
    );
  return `${sections.join("\n\n")}\n`;
}

function constants(report: FitReport, style: Style): string {
  const { parameters, assumed } = report;
  const intervals = parameters.some(({ interval }) => interval !== undefined);
  const width = Math.max(...parameters.map(({ constant }) => constant.length));
  const lines = parameters.map(({ constant, value, interval, undetermined }) => {
    const range = interval ? `  ${shortNumber(interval[0])} to ${shortNumber(interval[1])}` : "";
    return `  ${constant.padEnd(width)}  ${shortNumber(value).padEnd(10)}${range}${undetermined === undefined ? "" : "  not determined"}`;
  });
  const others = [...new Set(Object.values(assumed))].map((because) => {
    const names = Object.keys(assumed).filter((name) => assumed[name] === because);
    const values = names.map((name) => `${name} ${shortNumber(constantOf(report, name))}`);
    return `  ${values.join(", ")}: ${because}`;
  });
  const head = `${style.strong("Constants")}${intervals ? ", with 95 % intervals of the bootstrap" : ", without intervals: no bootstrap"}`;
  const assumptions = others.length === 0 ? [] : ["", style.strong("Not fitted"), ...others];
  return [head, ...lines, ...assumptions].join("\n");
}

/** A constant by its name in the output: `E`, or `Quartet: effN` for one of a setting. */
function constantOf({ constants, settings }: FitReport, name: string): number {
  const [setting = "", constant = ""] = name.split(": ");
  return constants[name] ?? settings?.[setting]?.[constant] ?? Number.NaN;
}

function worst(rows: readonly RunRow[], { residuals }: FitReport): string {
  return rows
    .map((row, i) => ({ row, residual: residuals[i] ?? Number.NaN }))
    .sort((left, right) => Math.abs(right.residual) - Math.abs(left.residual))
    .slice(0, WORST)
    .map(({ row, residual }) => {
      const predicted = row.measured * Math.exp(residual);
      return `  line ${row.line}: measured ${shortNumber(row.measured)}, predicted ${shortNumber(predicted)} (${(100 * Math.expm1(residual)).toFixed(1)} %)`;
    })
    .join("\n");
}
