import { groupBy } from "../../science/numerics/groupBy.ts";
import { type Finding, withSeverities } from "../Finding.ts";
import { unknownSuppression, unusedSuppression } from "../rules/RuleDeclaration.ts";
import { projectSuppressions } from "./projectSuppressions.ts";
import { type Reach, reachesOf } from "./reaches.ts";
import type { Directive } from "./readDirective.ts";
import { directivesOf } from "./readDirective.ts";
import type { Suppressed, SuppressedFinding, Suppression, SuppressionSubject } from "./Suppression.ts";
import { unknownFindings } from "./unknownFindings.ts";
import { unusedFindings } from "./unusedFindings.ts";

/** Rules about the comments themselves: their findings follow from all others. */
const OWN_RULES: readonly string[] = [unusedSuppression.name, unknownSuppression.name];

/** More findings of one file about comments than this are not shown: each of their fixes is tried on the whole file. */
const MOST_FINDINGS = 50;

/**
 * Takes the suppressed findings out, the narrowest suppression first, and adds the findings about suppressions
 * themselves. Findings about suppressions among `all` are made anew.
 */
export function suppress(subject: SuppressionSubject, all: readonly Finding[]): Suppressed {
  const directives = directivesOf(subject);
  const { reaches, idle } = reachesOf(subject.text, directives);
  const fromProject = projectSuppressions(subject);
  const used = new Set<Reach>();
  const { severities } = subject.settings;
  const byName = groupBy(reaches, ({ name }) => name.text);
  const isRun = subject.assessments.length > 0;

  const suppressionOf = (finding: Finding): Suppression | undefined => {
    const reach = narrowest(byName.get(finding.rule) ?? [], finding);
    if (reach === undefined) return fromProject(finding);
    used.add(reach);
    return { kind: "comment", at: reach.directive.span, ...reasonOf(reach.directive) };
  };
  const unknown = isRun
    ? withSeverities(unknownFindings(subject.text, directives, MOST_FINDINGS), severities)
    : [];
  const found = [...all.filter(({ rule }) => !OWN_RULES.includes(rule)), ...unknown].map((finding) => ({
    finding,
    suppression: suppressionOf(finding),
  }));
  const unused = isRun ? unusedFindings(subject, { reaches, idle, used, all }, MOST_FINDINGS) : [];
  const own = withSeverities(unused, severities).map((finding) => ({
    finding,
    suppression: suppressionOf(finding),
  }));
  return split([...found, ...own]);
}

function split(
  found: readonly { readonly finding: Finding; readonly suppression: Suppression | undefined }[],
): Suppressed {
  const inOrder = found.toSorted((a, b) => a.finding.span.start - b.finding.span.start);
  return {
    findings: inOrder.flatMap(({ finding, suppression }) => (suppression ? [] : [finding])),
    suppressed: inOrder.flatMap(({ finding, suppression }): readonly SuppressedFinding[] =>
      suppression ? [{ finding, suppression }] : [],
    ),
  };
}

/**
 * Of the reaches of a rule's name, the one that counts for a finding of that rule. A comment about unused comments cannot
 * be one line of them: only the file can do without the check.
 */
function narrowest(reaches: readonly Reach[], { rule, span }: Finding): Reach | undefined {
  const least = rule === unusedSuppression.name ? 2 : 0;
  let best: Reach | undefined;
  for (const reach of reaches) {
    const { start, end, width } = reach;
    if (width < least || span.start < start || end <= span.start) continue;
    if (best === undefined || (width - best.width || best.start - start) < 0) best = reach;
  }
  return best;
}

function reasonOf({ reason }: Directive): { readonly reason?: string } {
  return reason === undefined ? {} : { reason };
}
