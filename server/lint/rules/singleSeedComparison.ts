import { isSixteenBitOrWider } from "../../science/formats/NumberFormat.ts";
import { evidenceNote } from "../assessment/Evidence.ts";
import type { Rule } from "./Rule.ts";

/** Pre-training in reduced precision that nothing in its folder lets one compare: no other seed, and no 16-bit twin. */
export const singleSeedComparison: Rule = {
  name: "single-seed-comparison",
  summary: "Pre-training in reduced precision without a config for another seed or for 16 bits beside it",
  severity: "hint",
  category: "evidence",
  fix: "none",
  restsOn: ["seeds"],
  needsOtherFiles: true,
  check({ config }) {
    const { siblings, run } = config;
    if (siblings === undefined || siblings.manifest !== undefined) return [];
    if (siblings.seeds.length > 0 || siblings.wide.length > 0) return [];
    const { weights, activations } = run.facts;
    const reduced = [weights, activations].find((fact) => fact && !isSixteenBitOrWider(fact.value));
    const span = reduced?.at[0];
    if (reduced === undefined || span === undefined) return [];
    const message =
      `No config beside this one has another seed, or trains the same run in 16 bits: what this run in ${reduced.value.label} will show is one seed. ` +
      `${evidenceNote("seeds")} One good seed is no evidence that a format is stable, and one bad seed none that it is not. ` +
      `\`bitlaw probe ${siblings.name}\` writes the configs to compare.`;
    return [{ span, message }];
  },
};
