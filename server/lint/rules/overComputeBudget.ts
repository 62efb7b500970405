import { tokensWithin, trainingFlop } from "../../config/run/computeBudget.ts";
import { formatCompute, formatQuantity } from "../../config/run/quantity.ts";
import { times } from "../wording/numbers.ts";
import { relatedFacts } from "../wording/relatedFacts.ts";
import { fewerTokensFix } from "./fixes/fewerTokensFix.ts";
import { ruleWithThresholds } from "./Rule.ts";

/** C = 6·N·D beyond the compute budget that is declared. */
export const overComputeBudget = ruleWithThresholds({
  name: "over-compute-budget",
  summary: "More compute than the budget that is declared",
  severity: "warning",
  category: "contradiction",
  fix: "changes the run",
  thresholds: {
    // Budgets and counts of parameters are rounded.
    excess: {
      default: 1.05,
      unit: "ratio",
      summary: "Reports where 6·N·D is more than this many times the budget",
      minimum: 1,
      maximum: 1000,
    },
  },
  check(assessment, { excess }) {
    const { run, properties } = assessment.config;
    // Frozen weights have no gradients of their own, so 6·N·D would be too much.
    if (properties.known.get("trainable")?.value === "adapters") return [];
    const budget = run.facts.computeBudget;
    const flop = trainingFlop(run);
    if (budget === undefined || flop === undefined) return [];
    const { parameters, tokens } = flop;
    // A size out of a name may be smaller than it says.
    const least = flop.value * (1 - (parameters.tolerance ?? 0));
    const span = tokens.at[0] ?? budget.at[0];
    if (span === undefined || least <= excess * budget.value) return [];
    const fitting = tokensWithin(budget.value, parameters.value);
    const atMost = tokens.upperBound ? "up to " : "";
    const message =
      `This run takes ${atMost}${flop.shown}, ${times(flop.value / budget.value)} the declared budget of ${formatCompute(budget.value)} FLOP, ` +
      `which is enough for ${formatQuantity(fitting)} tokens. Stop there, or declare the budget that the run has.`;
    const [first, ...rest] = fewerTokensFix(assessment, fitting);
    return [
      {
        span,
        message,
        related: relatedFacts(span, [
          ["Budget", budget],
          ["Parameters", parameters],
        ]),
        fixes: first ? [{ ...first, preferred: true }, ...rest] : [],
      },
    ];
  },
});
