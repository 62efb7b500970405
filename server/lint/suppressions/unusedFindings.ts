import { mayBelongToOtherConfig } from "../../config/companions/mayBelongToOtherConfig.ts";
import { isInOwnFile } from "../../config/document/ConfigNode.ts";
import { isComplete } from "../../config/workspace/loadUntilComplete.ts";
import { listText } from "../../science/listText.ts";
import { groupBy } from "../../science/numerics/groupBy.ts";
import type { Finding } from "../Finding.ts";
import { unusedSuppression } from "../rules/RuleDeclaration.ts";
import { isRuleName, ruleNamed } from "../rules/rules.ts";
import type { Directive, DirectiveName } from "./readDirective.ts";
import type { SuppressionInput } from "./Suppression.ts";
import type { SilencedRange, SilencedRanges } from "./silencedRanges.ts";
import { removeNames } from "./unknownFindings.ts";

/** The effects of the comments of a file. */
interface Outcome extends SilencedRanges {
  readonly used: ReadonlySet<SilencedRange>;
  readonly all: readonly Finding[];
}

/** A name that has no effect at its place. */
interface Unused {
  readonly directive: Directive;
  readonly name: DirectiveName;
  /** For a block, the name that ends it. */
  readonly closed?: SilencedRange["closed"];
  /** Whether the rule has findings there, which another comment disables. */
  readonly disabledElsewhere: boolean;
}

/**
 * Names in comments that silence nothing, in at most so many findings. Empty as long as other files of the run are not
 * known.
 */
export function unusedFindings(
  input: SuppressionInput,
  { ranges, idle, used, all }: Outcome,
  most: number,
): readonly Finding[] {
  if (!isComplete(input)) return [];
  const certain = new Map<string, boolean>();
  const isAbsenceCertainOnce = (range: SilencedRange) => {
    const key = `${range.name.text} ${range.width}`;
    const known = certain.get(key) ?? isAbsenceCertainIn(range, input);
    certain.set(key, known);
    return known;
  };
  const byRule = groupBy(all, ({ rule }) => rule);
  const unused = [
    ...ranges
      .filter((range) => !used.has(range) && isAbsenceCertainOnce(range))
      .map((range) => ({
        ...range,
        disabledElsewhere: byRule.get(range.name.text)?.some((one) => isIn(one, range)) === true,
      })),
    ...idle
      .filter(({ name }) => isRuleName(name.text) && !isOff(name.text, input))
      .map((one) => ({ ...one, disabledElsewhere: false })),
  ];
  const findings: Finding[] = [];
  for (const [directive, names] of groupBy(unused, (one) => one.directive)) {
    if (names.length === directive.names.length)
      findings.push(finding(input.text, withoutReason(directive), names));
    else
      for (const one of names.slice(0, most - findings.length))
        findings.push(finding(input.text, one.name.span, [one]));
    if (findings.length >= most) break;
  }
  return findings;
}

function isIn({ rule, span }: Finding, { name, start, end }: SilencedRange): boolean {
  return rule === name.text && start <= span.start && span.start < end;
}

function isAbsenceCertainIn({ name, width }: SilencedRange, input: SuppressionInput): boolean {
  // Such a comment silences its own finding.
  if (name.text === unusedSuppression.name) return width < 2 && !isOff(name.text, input);
  return isAbsenceCertain(name.text, input);
}

const WHERE: Readonly<Record<string, string>> = {
  "disable-line": "on this line",
  "disable-next-line": "on the next line",
  disable: "in what follows",
  "disable-file": "in this file",
};

function finding(text: string, span: Finding["span"], unused: readonly Unused[]): Finding {
  const [first] = unused;
  const isComment = span !== first?.name.span;
  const removed = unused.flatMap((one) => [one, ...(one.closed ? [one.closed] : [])]);
  return {
    rule: unusedSuppression.name,
    severity: unusedSuppression.severity,
    message: message(unused),
    span,
    related: unused.flatMap(({ closed }) =>
      closed && isInOwnFile(closed.name.span)
        ? [{ span: closed.name.span, message: "The end of its block" }]
        : [],
    ),
    elsewhere: [],
    fixes: [
      {
        title: isComment ? "Remove this comment" : `Remove \`${first?.name.text}\``,
        edits: removeNames(text, removed),
        safe: true,
        preferred: true,
      },
    ],
  };
}

/** The word and the names behind it. */
function withoutReason({ word, names }: Directive): Finding["span"] {
  return { start: word.span.start, end: names.at(-1)?.span.end ?? word.span.end };
}

function message(unused: readonly Unused[]): string {
  const names = unused.map(({ name }) => `\`${name.text}\``);
  const kind = unused[0]?.directive.kind ?? "disable";
  const list = listText(names);
  if (kind === "enable")
    return `${list} ${names.length === 1 ? "is" : "are"} not disabled here, so there is nothing to enable. Remove what does nothing.`;
  const already = unused.some(({ disabledElsewhere }) => disabledElsewhere);
  const has = names.length === 1 ? "has" : "have";
  const what = already ? " that is not disabled already" : "";
  return `${list} ${has} no finding ${WHERE[kind]}${what}. Remove what disables nothing, before it hides a finding to come.`;
}

/** Whether it is certain, if a rule has no finding in a file, that no other use of the file would give one. */
export function isAbsenceCertain(rule: string, input: SuppressionInput): boolean {
  const { assessments, path } = input;
  const declaration = ruleNamed(rule);
  if (declaration === undefined || isOff(rule, input)) return false;
  if (path === undefined && declaration.needsOtherFiles) return false;
  // Findings of other runs in this file are not known.
  if (assessments.some(({ config }) => mayBelongToOtherConfig(config))) return false;
  const isLeaf = assessments.every(({ config }) => config.companions.length === 0);
  return !(isLeaf && declaration.foundFromElsewhere);
}

/** Whether a rule is switched off: a suppression is of use again when the rule is. */
function isOff(rule: string, { settings }: Pick<SuppressionInput, "settings">): boolean {
  return settings.severities[rule] === "off";
}
