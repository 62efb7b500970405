import type { Fact } from "../../config/run/TrainingRun.ts";
import type { NumberFormat } from "../../science/formats/NumberFormat.ts";
import { parseNumberFormat } from "../../science/formats/parseNumberFormat.ts";
import { domainStatus } from "../../science/laws/domainStatus.ts";
import { lawNamed } from "../../science/laws/publishedLaws.ts";
import { coarseness, sunConstants } from "../../science/laws/sunFormulas.ts";
import { bestLayout } from "../../science/optimum/floatLayout.ts";
import type { Assessment } from "../assessment/Assessment.ts";
import { choicesFor } from "../assessment/choicesFor.ts";
import { setKeys } from "../edits/setKeys.ts";
import type { Fix } from "../Finding.ts";
import { sourceNote } from "../wording/domain.ts";
import { times } from "../wording/numbers.ts";
import type { Rule } from "./Rule.ts";

/** Wider formats cost nothing that a layout could save. */
const WIDEST_BITS = 8;

/** Another split of the same bits into exponent and mantissa: Sun et al. 2025, Eq. 19. Needs neither N nor D. */
export const suboptimalFloatLayout: Rule = {
  name: "suboptimal-float-layout",
  summary: "Another exponent and mantissa split of the same bits loses less",
  severity: "information",
  category: "prediction",
  check(assessment) {
    const law = lawNamed("sun-2025");
    const { weights, activations, stage } = assessment.config.run.facts;
    if (!law || stage?.value === "fine-tune") return [];
    const constants = sunConstants(law.file);
    const seen = new Set<number>();
    return [weights, activations].flatMap((fact) => {
      const span = fact?.at[0];
      const { bits, exponent, mantissa } = fact?.value ?? {};
      if (
        !fact ||
        !span ||
        bits === undefined ||
        bits > WIDEST_BITS ||
        exponent === undefined ||
        mantissa === undefined ||
        seen.has(span.start)
      )
        return [];
      seen.add(span.start);
      const best = bestLayout(constants, bits);
      if (best.exponent === exponent && best.mantissa === mantissa) return [];
      const ratio =
        coarseness(constants, { exponent, mantissa, log2Block: 1 }) /
        coarseness(constants, { ...best, log2Block: 1 });
      const domain = domainStatus(law.file.domain, { exponent: [exponent], mantissa: [mantissa] });
      const better = `E${best.exponent}M${best.mantissa}`;
      const message =
        `${fact.value.label} splits its ${bits} bits into ${exponent} for the exponent and ${mantissa} for the mantissa: the predicted loss from precision is ` +
        `${times(ratio)} that of ${better}. Train in ${better}. ${sourceNote(law, domain)}`;
      return [{ span, message, domain, fixes: fixesFor(assessment, fact, better) }];
    });
  },
};

function fixesFor({ config }: Assessment, fact: Fact<NumberFormat>, layout: string): readonly Fix[] {
  const { bits, name } = fact.value;
  const better = `fp${bits}_${layout.toLowerCase()}`;
  const title = `Train in FP${bits} ${layout}`;
  if (fact.provenance === "declared") {
    const { weights, activations } = config.run.facts;
    const edits = [weights, activations].flatMap((other) => {
      const span = other?.provenance === "declared" && other.value.name === name ? other.at[0] : undefined;
      const suffix = name.includes(":") ? name.slice(name.indexOf(":")) : "";
      return span ? [{ span, newText: better + suffix }] : [];
    });
    return [{ title, edits, safe: false, preferred: true }];
  }
  return choicesFor(config, "training").flatMap((choice) => {
    const format = parseNumberFormat(choice.format);
    const fits = format?.bits === bits && `E${format.exponent}M${format.mantissa}` === layout;
    const edits = fits ? setKeys(config, choice.set) : undefined;
    return edits && edits.length > 0 ? [{ title, edits, safe: false, preferred: true }] : [];
  });
}
