import type { DialectFile } from "../../../config/dialect/Dialect.ts";
import { DIALECTS } from "../../../config/dialect/dialects.ts";
import { lawNamed } from "../../../science/lawFiles/publishedLaws.ts";
import type { Citation } from "../../../science/laws/Law.ts";
import type { EvidenceGrade, EvidenceSource } from "../../assessment/Evidence.ts";
import { STABILITY } from "../../assessment/Evidence.ts";
import type { RuleDeclaration } from "../../rules/RuleDeclaration.ts";

/** A law that a rule computes with. */
export interface LawSource extends Citation {
  readonly kind: "law";
  readonly name: string;
}

/** A published statement that a rule repeats. */
export interface StatementSource {
  readonly kind: "statement";
  readonly says: string;
  readonly grade: EvidenceGrade;
  readonly source: EvidenceSource;
}

/** A framework whose code was read for a rule: what it accepts, refuses or ignores. */
export interface FrameworkSource {
  readonly kind: "framework";
  readonly name: string;
  /** The code at the commit that was read. */
  readonly link: string;
}

export type RuleSource = LawSource | StatementSource | FrameworkSource;

/** What a rule rests on: its laws, the published statements that it and the dialects name for it, and the dialects' code. */
export function ruleSources({ name, restsOn = [] }: RuleDeclaration): readonly RuleSource[] {
  const cases = DIALECTS.flatMap((dialect) => casesOf(dialect, name));
  const named = [...new Set([...restsOn, ...cases.flatMap(({ evidence }) => evidence ?? [])])];
  return [...named.map((one) => publishedSource(one, name)), ...frameworkSources(name)];
}

function publishedSource(named: string, rule: string): RuleSource {
  const law = lawNamed(named);
  if (law !== undefined) return { kind: "law", name: named, ...law.file.citation };
  const statement = STABILITY.statements[named];
  const source = STABILITY.sources[statement?.source ?? ""];
  if (statement === undefined || source === undefined)
    throw new Error(`${rule} rests on ${named}, which is neither a law nor a statement`);
  return { kind: "statement", says: statement.says, grade: statement.grade, source };
}

/** One entry for each framework, by name: two dialects may be read from the same code. */
function frameworkSources(rule: string): readonly FrameworkSource[] {
  const read = DIALECTS.filter((dialect) => speaksOf(dialect, rule));
  return read
    .map(({ name, source }): FrameworkSource => {
      const [repository, commit] = source.split("@");
      return { kind: "framework", name, link: `https://github.com/${repository}/tree/${commit}` };
    })
    .toSorted((a, b) => a.name.localeCompare(b.name, "en"));
}

/** Whether the descriptor of a dialect holds something that is there for this rule. */
function speaksOf(dialect: DialectFile, rule: string): boolean {
  switch (rule) {
    case "conflicting-precision":
      return dialect.conflicts.length > 0;
    case "quantized-base-full-finetune":
      return dialect.quantizedBase !== undefined;
    case "group-size-mismatch":
      return dialect.groups !== undefined;
    case "misread-number":
      return dialect.loader.misreadNumber.severity !== "off" || dialect.loader.conversion !== undefined;
    case "companion-disagrees":
    case "unread-companion":
      return dialect.companions !== undefined;
    case "unknown-precision-value":
      return Object.values(dialect.keys).some(({ words }) => words !== undefined);
    default:
      return casesOf(dialect, rule).length > 0;
  }
}

function casesOf({ cases, inactive }: DialectFile, rule: string) {
  if (rule === "inactive-precision") return inactive ?? [];
  return Object.entries(cases ?? {}).flatMap(([name, some]) => (name === rule ? some : []));
}
