import { DECLARED_RULES } from "../../rules/rules.ts";
import { rulePageParts } from "./rulePageParts.ts";

/** Behind it in the section of evidence stands what is written by hand. */
const BY_HAND = "<!-- Written by hand from here on. -->";

/** What a new page begins with: the sections that are written by hand. */
const SKELETON = ["Why", "Example", "Fix", "When not to use it"].map((title) => `## ${title}`).join("\n\n");

/**
 * The page of every rule, by its name: the parts that follow from the declaration around what `current` has by hand,
 * which is everything between "## Why" and "## Configure", and remarks at the end of the evidence.
 */
export function rulePageTexts(
  current: (name: string) => string | undefined,
): readonly (readonly [name: string, text: string])[] {
  return DECLARED_RULES.map((rule) => {
    const { head, configure, evidence } = rulePageParts(rule);
    const { prose, remarks } = byHand(current(rule.name) ?? "");
    const parts = [head, prose, configure, "## Evidence", evidence, BY_HAND, remarks];
    return [rule.name, `${parts.filter((part) => part !== "").join("\n\n")}\n`];
  });
}

function byHand(page: string): { readonly prose: string; readonly remarks: string } {
  const prose = /^## Why\n[\s\S]*?(?=^## (?:Configure|Evidence)$|$(?![\s\S]))/m.exec(page)?.[0] ?? SKELETON;
  const evidence = page.split(/^## Evidence$/m)[1] ?? "";
  const remarks = evidence.includes(BY_HAND) ? evidence.split(BY_HAND)[1] : evidence;
  return { prose: prose.trim(), remarks: (remarks ?? "").trim() };
}
