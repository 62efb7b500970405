import type { ReportingDescriptor } from "sarif";
import type { RuleDeclaration } from "../../rules/RuleDeclaration.ts";
import { levelOf } from "./levelOf.ts";
import { ruleHelp } from "./ruleHelp.ts";

/** How often a finding is true: what follows from code always is; a law is an estimate, extrapolated at times. */
const PRECISIONS: Readonly<Record<RuleDeclaration["category"], "very-high" | "high" | "medium">> = {
  spelling: "very-high",
  contradiction: "very-high",
  arithmetic: "high",
  evidence: "medium",
  prediction: "medium",
};

/** A rule as SARIF describes it. `page` is the Markdown of its page; without it the summary stands for all texts. */
export function ruleDescriptor(
  { name, summary, severity, category }: RuleDeclaration,
  page: string | undefined,
): ReportingDescriptor {
  const short = `${summary}.`;
  const { full, text, markdown } = ruleHelp(page ?? "");
  return {
    id: name,
    name: pascalCase(name),
    shortDescription: { text: short },
    fullDescription: { text: full || short },
    help: { text: text || short, markdown: markdown || short },
    defaultConfiguration: { level: levelOf(severity) },
    properties: { category, precision: PRECISIONS[category], tags: ["precision", "training", category] },
  };
}

/** `sub-4-bit-training` is `Sub4BitTraining`. */
function pascalCase(name: string): string {
  return name
    .split("-")
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join("");
}
