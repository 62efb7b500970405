import type { Style } from "../Style.ts";
import { columns } from "../Style.ts";
import type { Origin, RuleSetting, SettingsReport } from "./SettingsReport.ts";

/** The settings of a file for people, a section for each kind that has some. */
export function settingsText(report: SettingsReport, style: Style): string {
  const { rules, facts, laws, lawsFrom, lawFiles, thresholds, suppressions } = report;
  const section = (title: string, rows: readonly (readonly string[])[]) =>
    rows.length === 0 ? [] : [[style.strong(title), ...columns(rows, style)].join("\n")];
  const chosen = lawsFrom.kind === "default" ? "" : `, as ${originText(lawsFrom)} chooses`;
  const sections = [
    ...section("Rules", rules.map(ruleRow)),
    ...section(
      "Facts",
      facts.map(({ key, value, used, because, origin }) => [
        key,
        value,
        used === undefined ? "" : used ? "used" : "not used",
        `${originText(origin)}${because === undefined ? "" : `; ${because}`}`,
      ]),
    ),
    ...section(
      `Laws in the order of use${chosen}`,
      laws.map(({ law, from }, i) => [String(i + 1), law, FROM[from]]),
    ),
    ...section(
      "Law files",
      lawFiles.map(({ path, origin }) => [path, originText(origin)]),
    ),
    ...section(
      "Thresholds",
      thresholds.map(({ rule, threshold, value, origin }) => [
        rule,
        `${threshold} ${value}`,
        originText(origin),
      ]),
    ),
    ...section(
      "Suppressions",
      suppressions.map(({ rules: names, key, reason, origin }) => [
        names.join(", "),
        key === undefined ? "in the whole file" : `at ${key}`,
        `${originText(origin)}${reason === undefined ? "" : `: ${reason.replaceAll(/\s+/g, " ")}`}`,
      ]),
    ),
  ];
  const all = sections.length > 0 ? sections : ["Everything else is as it is by default."];
  return `${[headText(report, style), ...all].join("\n\n")}\n`;
}

const FROM = {
  published: "published",
  "folder of laws": "in .bitlaw/laws",
  "project file": "in the law files of the project file",
} as const;

function headText(
  { path, exists, isConfig, project, searched, ignored }: SettingsReport,
  style: Style,
): string {
  const bases = project?.extends.length ? `, which builds on ${project.extends.join(", ")}` : "";
  const lines = [
    style.strong(path),
    project ? `Project file: ${project.path}${bases}` : `No project file; searched: ${searched.join(", ")}`,
    ...(exists ? [] : ["There is no such file: this is what would hold for it."]),
    ...(isConfig === false ? ["It is not a training config that Bitlaw knows."] : []),
    ...(ignored ? [`Ignored by \`${ignored.pattern}\`, ${originText(ignored.origin)}`] : []),
  ];
  return lines.join("\n");
}

function ruleRow({ rule, severity, default: usual, origin }: RuleSetting): readonly string[] {
  const changed = severity === usual ? "" : `, by default ${usual}`;
  return [rule, severity, `${originText(origin)}${changed}`];
}

/** `.bitlaw.yaml:3:3`, with the files of the override that it is in. */
function originText(origin: Origin): string {
  switch (origin.kind) {
    case "default":
      return "default";
    case "option":
      return origin.option;
    case "comment":
      return `${origin.path}:${origin.line}:${origin.column}, a comment`;
    case "project": {
      const place = `${origin.path}:${origin.line}:${origin.column}`;
      return origin.files ? `${place}, override for ${origin.files.join(", ")}` : place;
    }
  }
}
