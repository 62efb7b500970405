import { columns } from "../report/columns.ts";
import type { ReportedPlace } from "../report/places.ts";
import type { Style } from "../report/textReport.ts";
import type { ReportedSetting, SettingsReport } from "./SettingsReport.ts";

/** The settings of a file for a terminal: those that a project file states, or all of them. */
export function settingsText(report: SettingsReport, style: Style, all: boolean): string {
  const { path, rules, declared, laws, thresholds, suppressions } = report;
  const shown = (settings: readonly ReportedSetting[]) =>
    settings.filter(({ from }) => all || from !== null).map((setting) => row(setting));
  const sections: readonly (readonly [title: string, rows: readonly (readonly string[])[]])[] = [
    ["Rules", shown(rules)],
    [
      "Declared facts",
      declared.map((one) => [one.name, one.value, USED[String(one.used)] ?? "", placeText(one.from)]),
    ],
    ["Laws, in the order of preference", shown(laws)],
    ["Thresholds", shown(thresholds)],
    [
      "Suppressions",
      suppressions.map((one) => [
        one.rules.join(", "),
        one.key ?? "the whole file",
        one.reason ?? "",
        placeText(one.from),
      ]),
    ],
  ];
  const texts = sections.flatMap(([title, rows]) =>
    rows.length === 0 ? [] : [[style.strong(title), ...columns(rows, style)].join("\n")],
  );
  const rest = all ? [] : [style.faint("Everything else is as by default; --all shows it.")];
  return `${[[style.strong(path), ...head(report)].join("\n"), ...texts, ...rest].join("\n\n")}\n`;
}

function head({ projectFiles, ignored }: SettingsReport): readonly string[] {
  const nearest = projectFiles.at(-1);
  const base = projectFiles.slice(0, -1).toReversed();
  const project =
    nearest === undefined
      ? "  no project file: there is no .bitlaw.yaml in its folder or above it"
      : `  project file ${nearest}${base.length > 0 ? `, which builds on ${base.join(", ")}` : ""}`;
  if (ignored === null) return [project];
  return [project, `  left alone: ${placeText(ignored.from)} ignores ${ignored.patterns.join(", ")}`];
}

const USED: Readonly<Record<string, string>> = {
  true: "used",
  false: "not used: the file says it, or does not need it",
};

function row({ name, value, from }: ReportedSetting): readonly string[] {
  return [name, value, placeText(from)];
}

function placeText(place: ReportedPlace | null): string {
  return place === null ? "default" : `${place.path}:${place.line}:${place.column}`;
}
