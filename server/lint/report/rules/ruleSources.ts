import type { DialectFile } from "../../../config/dialect/Dialect.ts";
import { DIALECTS } from "../../../config/dialect/dialects.ts";
import { lawsBehind } from "../../../science/lawFiles/publishedLaws.ts";
import type { Citation, Law } from "../../../science/laws/Law.ts";
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

/**
 * The sources of a rule: its laws, the published statements that it and the dialects name for it, and the dialects'
 * code.
 */
export function ruleSources({ name, restsOn = [], ...rule }: RuleDeclaration): readonly RuleSource[] {
  const casesIn = (dialect: DialectFile) => rule.casesIn?.(dialect) ?? [];
  const readsDialect = rule.readsDialect ?? ((dialect) => casesIn(dialect).length > 0);
  const evidence = DIALECTS.flatMap(casesIn).flatMap((one) => one.evidence ?? []);
  const statements = [...new Set([...restsOn, ...evidence])];
  return [
    ...lawsBehind(name).map(lawSource),
    ...statements.map((one) => statementSource(one, name)),
    ...frameworkSources(DIALECTS.filter(readsDialect)),
  ];
}

function lawSource({ file }: Law): LawSource {
  return { kind: "law", name: file.name, ...file.citation };
}

function statementSource(named: string, rule: string): StatementSource {
  const statement = STABILITY.statements[named];
  const source = STABILITY.sources[statement?.source ?? ""];
  if (statement === undefined || source === undefined)
    throw new Error(`${rule} rests on ${named}, which is no statement`);
  return { kind: "statement", says: statement.says, grade: statement.grade, source };
}

/** One entry for each framework, by name: two dialects may be read from the same code. */
function frameworkSources(read: readonly DialectFile[]): readonly FrameworkSource[] {
  return read
    .map(({ name, source }): FrameworkSource => {
      const [repository, commit] = source.split("@");
      return { kind: "framework", name, link: `https://github.com/${repository}/tree/${commit}` };
    })
    .toSorted((a, b) => a.name.localeCompare(b.name, "en"));
}
