import type { Facts } from "../../config/run/TrainingRun.ts";
import { recordFor } from "../../science/backtest/recordFor.ts";
import type { NumberFormat } from "../../science/formats/NumberFormat.ts";
import { canRank } from "../../science/lawFiles/lawFrom.ts";
import { lawsBehind } from "../../science/lawFiles/publishedLaws.ts";
import { domainStatus } from "../../science/laws/domainStatus.ts";
import type { Law } from "../../science/laws/Law.ts";
import { sourceNote } from "../wording/domain.ts";
import { times } from "../wording/numbers.ts";
import { relatedFacts } from "../wording/relatedFacts.ts";
import { layoutFixes } from "./fixes/layoutFixes.ts";
import { ruleWithThresholds } from "./Rule.ts";

/** Wider formats cost nothing that a layout could save; of narrower ones published runs refute the law. */
const WIDEST_BITS = 8;
const NARROWEST_BITS = 5;

/** Another split of the same bits into exponent and mantissa: Sun et al. 2025, Eq. 19. Needs neither N nor D. */
export const suboptimalFloatLayout = ruleWithThresholds({
  name: "suboptimal-float-layout",
  summary: "Another exponent and mantissa split of the same bits loses less",
  // What it costs in nats, the rules on the format say.
  severity: "hint",
  category: "prediction",
  fix: "changes the run",
  thresholds: {
    excess: {
      default: 1,
      unit: "ratio",
      summary:
        "Reports where the predicted loss from precision is more than this many times that of the best layout",
      minimum: 1,
      maximum: 1000,
    },
  },
  check(assessment, { excess }) {
    const law = lawsBehind("suboptimal-float-layout").find((one) => canRank(one, "float layouts"));
    const layouts = law?.layouts;
    const { weights, activations, stage } = assessment.config.run.facts;
    if (!law || !layouts || stage?.value === "fine-tune") return [];
    const seen = new Set<string>();
    return [weights, activations].flatMap((fact) => {
      const span = fact?.at[0];
      const { bits, exponent, mantissa } = fact?.value ?? {};
      if (
        !fact ||
        !span ||
        bits === undefined ||
        bits > WIDEST_BITS ||
        bits < NARROWEST_BITS ||
        exponent === undefined ||
        mantissa === undefined ||
        seen.has(fact.value.name)
      )
        return [];
      seen.add(fact.value.name);
      const best = layouts.best(bits);
      if (best.exponent === exponent && best.mantissa === mantissa) return [];
      const ratio = layouts.costOf({ exponent, mantissa }) / layouts.costOf(best);
      if (ratio <= excess) return [];
      const domain = domainStatus(law.file.domain, { exponent: [exponent], mantissa: [mantissa] });
      const better = `E${best.exponent}M${best.mantissa}`;
      const message =
        `${fact.value.label} splits its ${bits} bits into ${exponent} for the exponent and ${mantissa} for the mantissa: the predicted loss from precision is ` +
        `${times(ratio)} that of ${better}. Train in ${better}. ${sourceNote(law, domain, recordOf(law, assessment.config.run.facts, fact.value))}`;
      const twin = fact === weights && activations?.value.name === fact.value.name ? activations : undefined;
      const related = relatedFacts(span, [["Activations", twin]]);
      return [{ span, message, related, fixes: layoutFixes(assessment, fact, better) }];
    });
  },
});

/** How the law did on runs in the formats of this one; a tensor whose format is not known is taken as the other. */
function recordOf(law: Law, { weights, activations }: Facts, format: NumberFormat) {
  return recordFor(law.file.name, {
    weights: weights?.value ?? format,
    activations: activations?.value ?? format,
  });
}
