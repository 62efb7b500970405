import type { ConstraintFile, ConstraintsFile } from "../server/config/dialect/Constraint.ts";
import { CONSTRAINT_FILES } from "../server/config/dialect/constraintFiles.ts";
import { namesAsked } from "../server/config/dialect/constraintHolds.ts";
import type { Constraint } from "../server/config/dialect/constraintsOf.ts";
import type { DialectFile } from "../server/config/dialect/Dialect.ts";
import { DIALECTS } from "../server/config/dialect/dialects.ts";
import { enginesOf } from "../server/config/dialect/engineKeys.ts";
import { ruleOf } from "../server/lint/rules/constraintFindings.ts";
import { markdownTable } from "../server/lint/wording/markdown.ts";

/** docs/launch-checks.md: what is checked of each framework and engine before a run is launched, with its source. */
export function launchChecks(): string {
  const files = CONSTRAINT_FILES.toSorted((a, b) => a.name.localeCompare(b.name, "en"));
  const count = files.reduce((total, { constraints }) => total + constraints.length, 0);
  return `${[
    "# Checks before the launch",
    "<!-- Generated from server/data by `npm run generate`. -->",
    `What frameworks refuse, ignore or change, and Bitlaw says while the line is written: ${count} constraints of ${files.length} frameworks and engines, each with its place in the source, and the settings that the descriptors of the dialects list. [Dialects](dialects.md#constraints) explains how they are written. A constraint of an engine holds for every framework that is built on it.`,
    ...files.map(section),
    "## Listed by dialect",
    ...DIALECTS.flatMap(listed),
  ].join("\n\n")}\n`;
}

function section(file: ConstraintsFile): string {
  const { name, source, version, constraints } = file;
  const [repository = "", commit = ""] = source.split("@");
  const read = `Read in [${repository}](https://github.com/${repository}/tree/${commit}) at \`${commit.slice(0, 10)}\`${version === undefined ? "" : `, version ${version}`}.`;
  const users = DIALECTS.filter((dialect) => enginesOf(dialect).some((one) => one.file === file));
  const rows = constraints.map((one) => [
    one.key === undefined ? keysOf(one) : `\`${one.key}\``,
    `[${one.what}](rules/${ruleOf(one as Constraint)}.md)`,
    sentence(one),
    `\`${one.source}\``,
  ]);
  const table = markdownTable(["setting", "what happens", "why", "source"], rows);
  return `## ${name}\n\n${read} For ${users.map((one) => one.name).join(", ")}.\n\n${table}`;
}

function keysOf({ unknownKeys, ...asked }: ConstraintFile): string {
  if (unknownKeys) return `keys of \`${unknownKeys.below || "the file"}\``;
  return [...new Set(namesAsked(asked))].map((name) => `\`${name}\``).join(", ");
}

function sentence({ because, accepts, since, until }: ConstraintFile): string {
  const from = since === undefined ? [] : [`from ${since}`];
  const to = until === undefined ? [] : [`before ${until}`];
  const releases = [...from, ...to].join(", ");
  const table = accepts ? `. It takes ${accepts.map(({ name }) => name).join("; ")}` : "";
  return `${because}${table}${releases === "" ? "" : ` (${releases})`}`.replaceAll("|", "\\|");
}

/** What a dialect's own descriptor lists: settings that exclude each other, and those without effect. */
function listed(dialect: DialectFile): readonly string[] {
  const rows = [
    ...dialect.conflicts.map(
      ({ when, because }) => [Object.keys(when), "conflicting-precision", because] as const,
    ),
    ...(dialect.inactive ?? []).map(({ key, because }) => [[key], "inactive-precision", because] as const),
    ...Object.entries(dialect.cases ?? {}).flatMap(([rule, cases]) =>
      cases.map(({ key, because }) => [[key], rule, because] as const),
    ),
  ];
  if (rows.length === 0) return [];
  const table = markdownTable(
    ["setting", "rule", "why"],
    rows.map(([keys, rule, because]) => [
      keys.map((key) => `\`${key}\``).join(", "),
      `[${rule}](rules/${rule}.md)`,
      because.replaceAll("|", "\\|"),
    ]),
  );
  return [`### ${dialect.name}`, `At \`${dialect.source}\`.`, table];
}
