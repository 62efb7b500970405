import { groupBy } from "../../science/numerics/groupBy.ts";
import { type Finding, withSeverities } from "../Finding.ts";
import { unknownSuppression, unusedSuppression } from "../rules/RuleDeclaration.ts";
import { projectSuppressions } from "./projectSuppressions.ts";
import { type Directive, directivesOf } from "./readDirective.ts";
import type { Suppressed, SuppressedFinding, Suppression, SuppressionInput } from "./Suppression.ts";
import { type SilencedRange, silencedRanges } from "./silencedRanges.ts";
import { unknownFindings } from "./unknownFindings.ts";
import { unusedFindings } from "./unusedFindings.ts";

/** Rules about the comments themselves: their findings follow from all others. */
const OWN_RULES: readonly string[] = [unusedSuppression.name, unknownSuppression.name];

/** More findings of one file about comments than this are not shown: each of their fixes is tried on the whole file. */
const MOST_FINDINGS = 50;

/**
 * Takes the suppressed findings out, the narrowest suppression first, and adds the findings about suppressions
 * themselves. Findings about suppressions in `all` are replaced by new ones.
 */
export function suppress(input: SuppressionInput, all: readonly Finding[]): Suppressed {
  const directives = directivesOf(input);
  const { ranges, idle } = silencedRanges(input.text, directives);
  const fromProject = projectSuppressions(input);
  const used = new Set<SilencedRange>();
  const { severities } = input.settings;
  const byName = groupBy(ranges, ({ name }) => name.text);
  const isRun = input.assessments.length > 0;

  const suppressionOf = (finding: Finding): Suppression | undefined => {
    const range = narrowest(byName.get(finding.rule) ?? [], finding);
    if (range === undefined) return fromProject(finding);
    used.add(range);
    return { kind: "comment", at: range.directive.span, ...reasonOf(range.directive) };
  };
  const unknown = isRun
    ? withSeverities(unknownFindings(input.text, directives, MOST_FINDINGS), severities)
    : [];
  const found = [...all.filter(({ rule }) => !OWN_RULES.includes(rule)), ...unknown].map((finding) => ({
    finding,
    suppression: suppressionOf(finding),
  }));
  const unused = isRun ? unusedFindings(input, { ranges, idle, used, all }, MOST_FINDINGS) : [];
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
 * The range that counts for a finding, among those of its rule. A finding about unused comments can only be silenced for
 * the whole file.
 */
function narrowest(ranges: readonly SilencedRange[], { rule, span }: Finding): SilencedRange | undefined {
  const least = rule === unusedSuppression.name ? 2 : 0;
  let best: SilencedRange | undefined;
  for (const range of ranges) {
    const { start, end, width } = range;
    if (width < least || span.start < start || end <= span.start) continue;
    if (best === undefined || (width - best.width || best.start - start) < 0) best = range;
  }
  return best;
}

function reasonOf({ reason }: Directive): { readonly reason?: string } {
  return reason === undefined ? {} : { reason };
}
