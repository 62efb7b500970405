import { isSixteenBitOrWider } from "../../science/formats/NumberFormat.ts";
import { evidenceSource } from "../assessment/Evidence.ts";
import type { Rule } from "./Rule.ts";

/** From this size on nobody repeats a pre-training run for another seed. */
const LARGEST_REPEATED = 3e9;

/** A comparison of formats, small enough to be repeated, of which each side has one seed. */
export const singleSeedComparison: Rule = {
  name: "single-seed-comparison",
  summary: "A pre-training run below 3B parameters that is compared with another format over one seed",
  severity: "hint",
  category: "evidence",
  fix: "none",
  restsOn: ["seeds"],
  needsOtherFiles: true,
  check({ config }) {
    const { siblings, run } = config;
    const [other] = siblings?.formats ?? [];
    if (siblings === undefined || other === undefined || siblings.seeds.length > 0) return [];
    const { weights, activations, parameters, nonEmbeddingParameters } = run.facts;
    const size = (parameters ?? nonEmbeddingParameters)?.value;
    if (size === undefined || size >= LARGEST_REPEATED) return [];
    const reduced = [weights, activations].find((fact) => fact && !isSixteenBitOrWider(fact.value));
    const span = reduced?.at[0];
    if (reduced === undefined || span === undefined) return [];
    const beside = other.slice(other.lastIndexOf("/") + 1);
    const message = `One seed does not compare ${reduced.value.label} with \`${beside}\` (${evidenceSource("seeds")}); \`bitlaw probe ${siblings.name}\` writes more.`;
    return [{ span, message }];
  },
};
