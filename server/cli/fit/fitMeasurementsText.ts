import type { Style } from "../../lint/report/Style.ts";
import { columns } from "../../lint/report/Style.ts";
import { countText } from "../../lint/wording/lawFields.ts";
import type { MeasurementFit } from "../../science/fit/measurements/MeasurementForm.ts";
import type { LawFile } from "../../science/laws/Law.ts";
import { shortNumber } from "../terminal/shortNumber.ts";

/** A fit to measured quantizations for a terminal: rows, constants, families left out, domain and warnings. */
export function fitMeasurementsText(
  table: string,
  law: LawFile,
  fit: MeasurementFit,
  warnings: readonly string[],
  style: Style,
): string {
  const [one, several] = fit.groupedBy ?? ["family", "families"];
  const head = `${style.strong(`${law.form} fitted to ${table}`)}: ${fit.rows} rows of ${fit.families.length} ${several}, N counts ${countText(law)}`;
  const sections: readonly (readonly [title: string, lines: readonly string[]])[] = [
    ["Rows left out", columns(reasonRows(fit), style)],
    ["Constants, with 95 % intervals", columns(constantRows(law), style)],
    ["Deviations of ln ΔL", columns(deviationRows(law), style)],
    ["Trees", law.forest === undefined ? [] : [`  ${law.forest.trees.length}`]],
    [`Each ${one} predicted by a fit to the others`, columns(familyRows(fit, law, one), style)],
    ["Domain", columns(domainRows(law), style)],
    ["Warnings", warnings.map((one) => `  ${style.severity("warning", one)}`)],
  ];
  const texts = sections.flatMap(([title, lines]) =>
    lines.length === 0 ? [] : [[style.strong(title), ...lines].join("\n")],
  );
  return `${[head, ...texts].join("\n\n")}\n`;
}

function reasonRows({ leftOut }: MeasurementFit): readonly (readonly string[])[] {
  return Object.entries(leftOut)
    .sort(([, a], [, b]) => b - a)
    .map(([reason, count]) => [String(count), reason]);
}

function constantRows({ constants, intervals }: LawFile): readonly (readonly string[])[] {
  return Object.entries(constants).map(([name, value]) => {
    const interval = intervals?.[name];
    return [
      name,
      shortNumber(value),
      interval ? `${shortNumber(interval[0])} to ${shortNumber(interval[1])}` : "",
    ];
  });
}

function deviationRows({ settings }: LawFile): readonly (readonly string[])[] {
  return Object.entries(settings?.["deviations"] ?? {}).map(([name, value]) => [name, shortNumber(value)]);
}

function familyRows(
  { families }: MeasurementFit,
  { fit }: LawFile,
  one: string,
): readonly (readonly string[])[] {
  const share = (value: unknown) => (typeof value === "number" ? `${(100 * value).toFixed(0)} %` : "–");
  const [within1_5, within2, coverage80] = [fit?.["within1_5"], fit?.within2, fit?.["coverage80"]];
  return [
    [one, "rows", "within 1.5×", "within 2×", "80 % interval"],
    ...families.map(({ family, rows, ...shares }) => [
      family,
      String(rows),
      share(shares.within1_5),
      share(shares.within2),
      share(shares.coverage80),
    ]),
    ["all", String(fit?.rows ?? 0), share(within1_5), share(within2), share(coverage80)],
  ];
}

function domainRows({ domain }: LawFile): readonly (readonly string[])[] {
  return Object.entries(domain).map(([name, [low, high]]) => [
    name,
    `${shortNumber(low)} to ${shortNumber(high)}`,
  ]);
}
