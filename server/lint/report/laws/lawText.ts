import type { BacktestRecord } from "../../../science/backtest/BacktestRecord.ts";
import { recordsNamed, scopePhrase } from "../../../science/backtest/recordFor.ts";
import { formulaOf } from "../../../science/lawFiles/lawFrom.ts";
import { isPublished } from "../../../science/lawFiles/publishedLaws.ts";
import type { Law, LawFile } from "../../../science/laws/Law.ts";
import { PTQ_DEVIATIONS, type PtqDeviations } from "../../../science/laws/ptq/ptqVariance.ts";
import { countText, domainText, originText, tensorsText, trustText } from "../../wording/lawFields.ts";
import { columns, type Style } from "../Style.ts";

/** One law in full: equations, constants, what N counts, domain, applicability, citation, fit, record, notes. */
export function lawText(law: Law, style: Style): string {
  const { file } = law;
  const { authors, year, title, url, where } = file.citation;
  const sections: readonly (readonly [title: string, lines: readonly string[]])[] = [
    ["Formula", formulaOf(file.form).map((line) => `  ${line}`)],
    ["Constants", columns(constantRows(file), style)],
    ["Constants by setting", columns(settingRows(file), style)],
    ["Deviations of ln ΔL", deviationsText(file, style)],
    ["Applies to", columns(applicabilityRows(file), style)],
    ["N", [`  ${countText(file)}`]],
    ["Fitted on", [`  ${domainText(file)}`]],
    [
      "Source",
      [
        `  ${authors} ${year}, ${title}`,
        ...(url === undefined ? [] : [`  ${url}`]),
        `  ${where}`,
        `  trust ${trustText(law)}; ${originText(law)}`,
      ],
    ],
    ["Fit", columns(fitRows(file), style)],
    [
      `${capitalized(leftOutName(file))} left out, each predicted by a fit to the others`,
      leftOutText(file, style),
    ],
    ["Record on published measurements", lawRecordText(law, style)],
    ["Notes", file.notes.map((note) => `  ${note}`)],
  ];
  return [
    `${style.strong(file.name)}: ${file.summary}`,
    ...sections.flatMap(([heading, lines]) =>
      lines.length === 0 ? [] : [[style.strong(heading), ...lines].join("\n")],
    ),
  ]
    .join("\n\n")
    .concat("\n");
}

/** Name, value, interval where there is one, and why it is assumed where it is. */
function constantRows({ constants, assumed, intervals }: LawFile): readonly (readonly string[])[] {
  return Object.entries(constants).map(([name, value]) => {
    const interval = intervals?.[name];
    const reason = assumed?.[name];
    return [
      name,
      String(value),
      interval ? `95 %: ${interval[0]} to ${interval[1]}` : "",
      reason ? `assumed: ${reason}` : "",
    ];
  });
}

/** The one setting of the form "ptq", its deviations, has a section of its own. */
function settingRows({ form, settings, assumed }: LawFile): readonly (readonly string[])[] {
  if (form === "ptq") return [];
  return Object.entries(settings ?? {}).map(([name, constants]) => {
    const values = Object.entries(constants).map(([symbol, value]) => `${symbol} ${value}`);
    const reasons = Object.keys(constants).flatMap((symbol) => assumed?.[`${name}: ${symbol}`] ?? []);
    const [reason] = reasons;
    return [name, values.join(", "), reason ? `assumed: ${reason}` : ""];
  });
}

function applicabilityRows(file: LawFile): readonly (readonly string[])[] {
  return [
    ["subject", file.about.join(", ")],
    ["numbers", file.numbers.join(", ")],
    ["quantized tensors", tensorsText(file)],
  ];
}

function fitRows({ fit }: LawFile): readonly (readonly string[])[] {
  return Object.entries(fit ?? {}).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, String(value)]],
  );
}

/** All laws as a table: name, subject, numbers, trust, what N counts, fitted domain. */
export function lawsText(laws: readonly Law[], style: Style): string {
  const rows = laws.map(({ file }) => [
    file.name,
    file.about.join(", "),
    file.numbers.join(", "),
    file.trust,
    countText(file),
    domainText(file),
  ]);
  const table = columns([["law", "about", "numbers", "trust", "N counts", "fitted on"], ...rows], style);
  return `${table.map((line, i) => (i === 0 ? style.strong(line) : line)).join("\n")}\n`;
}

/** A law file as it is, without its `$schema`, and what follows from its form. */
export interface LawReport extends LawFile {
  readonly formula: readonly string[];
  readonly origin: "published" | "project";
  /** How it did on the published measurements, the widest set first; empty where none is about what it predicts. */
  readonly record: readonly LawRecord[];
}

/** A record with the set of measurements in words, and `disagrees` always there. */
export interface LawRecord extends Omit<BacktestRecord, "law" | "disagrees"> {
  readonly set: string;
  readonly disagrees: boolean;
}

/** What `bitlaw laws --format json` prints, in the shape of schemas/laws.schema.json. */
export function lawReports(laws: readonly Law[]): {
  readonly version: 1;
  readonly laws: readonly LawReport[];
} {
  return { version: 1, laws: laws.map(lawReport) };
}

function lawReport(law: Law): LawReport {
  const { $schema: _, ...file } = law.file as LawFile & { readonly $schema?: string };
  const record = isPublished(law) ? recordsNamed(file.name).map(lawRecord) : [];
  const origin = isPublished(law) ? "published" : "project";
  return { ...file, formula: formulaOf(file.form), origin, record };
}

function lawRecord({ law: _, disagrees, of, ...record }: BacktestRecord): LawRecord {
  return { set: scopePhrase(of, record.bits), of, ...record, disagrees: disagrees ?? false };
}

/** What each deviation is of. */
const MEANINGS: Readonly<Record<keyof PtqDeviations, string>> = {
  family: "of a family of models",
  model: "of a model in its family",
  familyNearest: "of a family of models under round to nearest, in the place of the above",
  modelNearest: "of a model under round to nearest, in the place of the above",
  familyMethod: "of a method on a family",
  modelMethod: "of a method on a model",
  familySetting: "of a width, with groups or without, under a method on a family",
  modelSetting: "of an exact setting on a model",
  residual: "of a single measurement",
};

/** The standard deviations of a law of the form "ptq", in ln ΔL; nothing for other forms. */
function deviationsText({ form, settings }: LawFile, style: Style): readonly string[] {
  if (form !== "ptq") return [];
  const deviations = settings?.["deviations"] ?? {};
  const rows = PTQ_DEVIATIONS.map((name) => [name, String(deviations[name]), MEANINGS[name]]);
  return columns(rows, style);
}

/**
 * What is left out in turn to judge a law: as its fit notes, else labs of a law of training, and families of models of one of
 * quantization.
 */
function leftOutName({ form, fit }: LawFile): string {
  const noted = fit?.["leftOutBy"];
  if (typeof noted === "string") return noted;
  return form === "train" ? "labs" : "families";
}

function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** How families or labs are predicted by fits without them, where a law has such fits. */
function leftOutText(file: LawFile, style: Style): readonly string[] {
  const { leftOut, fit } = file;
  if (leftOut === undefined) return [];
  const percent = (name: string) => {
    const value = fit?.[name];
    return typeof value === "number" ? [`${(100 * value).toFixed(0)} %`] : [];
  };
  const rows = [
    [leftOutName(file), Object.keys(leftOut).join(", ")],
    ...percent("within1_5").map((share) => ["within 1.5×", share]),
    ...percent("within2").map((share) => ["within 2×", share]),
    ...percent("coverage80").map((share) => ["inside the 80 % interval", share]),
  ];
  return columns(rows, style);
}

/** How a law did on the published measurements, a line for each set of them; for a law of the project, how to find out. */
function lawRecordText(law: Law, style: Style): readonly string[] {
  if (!isPublished(law))
    return [`  \`bitlaw backtest --law ${law.file.name}\` holds it against measurements.`];
  const records = recordsNamed(law.file.name);
  if (records.length === 0) return [];
  const head = [
    "measurements",
    "rows",
    "predicted/measured",
    "within 1.5×",
    "within 2×",
    "rank corr.",
    "80 % interval",
    "",
  ];
  return columns([head, ...records.map(rowOf)], style);
}

function rowOf(record: BacktestRecord): readonly string[] {
  return [
    scopePhrase(record.of, record.bits),
    String(record.applicable),
    number(record.medianRatio),
    percent(record.within1_5),
    percent(record.within2),
    number(record.spearman),
    percent(record.coverage80),
    disagreement(record),
  ];
}

/** Where nothing should be concluded from the law; the limit is that of `BacktestRecord.disagrees`. */
function disagreement({ disagrees, medianRatio: ratio }: BacktestRecord): string {
  if (!disagrees) return "";
  if (ratio !== null && ratio > 3) return "disagrees: more than 3× too high";
  if (ratio !== null && ratio < 1 / 3) return "disagrees: more than 3× too low";
  return "disagrees: of opposite sign, or predicted to diverge";
}

function number(value: number | null): string {
  return value === null ? "–" : value.toFixed(2);
}

function percent(value: number | null): string {
  return value === null ? "–" : `${(100 * value).toFixed(0)} %`;
}
