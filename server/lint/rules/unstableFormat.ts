import { isSameFormat } from "../../config/companions/readStability.ts";
import type { CaseFile, DialectFile } from "../../config/dialect/Dialect.ts";
import type { ReportedStability, TrainingConfig } from "../../config/run/TrainingConfig.ts";
import type { Fact } from "../../config/run/TrainingRun.ts";
import { isSixteenBitOrWider, type NumberFormat } from "../../science/formats/NumberFormat.ts";
import type { Assessment } from "../assessment/Assessment.ts";
import { evidenceNote } from "../assessment/Evidence.ts";
import type { Fix } from "../Finding.ts";
import { stabilityText } from "../wording/measuredText.ts";
import { relatedFacts } from "../wording/relatedFacts.ts";
import { caseFindings } from "./caseFindings.ts";
import { layoutFixes, redeclareFormat } from "./fixes/layoutFixes.ts";
import type { RawFinding, Rule } from "./Rule.ts";

/** Exponent bits of BF16 and FP32; with fewer, a scale has to make up for the range. */
const FULL_EXPONENT = 8;

/** Mantissa bits, with 8 exponent bits, whose learning rates Lee et al. 2024 compare. */
const FEWEST_STUDIED = 3;
const MOST_STUDIED = 5;

/** What is published about formats that train less robustly than wider ones. */
export const unstableFormat: Rule = {
  name: "unstable-format",
  summary: "A format, or a layer in it, that is known to train less robustly",
  severity: "information",
  otherwise: "warning where saved runs of your own were less robust in it",
  category: "evidence",
  fix: "changes the run",
  restsOn: ["e5m2-forward", "exponent-bits", "learning-rates"],
  casesIn: unstableCases,
  check(assessment) {
    const { config } = assessment;
    const { stage, weights, activations } = config.run.facts;
    const cases = caseFindings(config, unstableCases(config.dialect), ({ because }) => because);
    if (stage?.value === "quantize") return cases;
    const seen = new Set<string>();
    const formats = [weights, activations].flatMap((fact) => {
      if (fact === undefined || seen.has(fact.value.name)) return [];
      seen.add(fact.value.name);
      return measuredFirst(config, fact, formatFinding(assessment, fact));
    });
    return [...cases, ...formats];
  },
};

function unstableCases({ cases }: DialectFile): readonly CaseFile[] | undefined {
  return cases?.["unstable-format"];
}

function formatFinding(assessment: Assessment, fact: Fact<NumberFormat>): readonly RawFinding[] {
  const { weights, activations, learningRate } = assessment.config.run.facts;
  const span = fact.at[0];
  const advice =
    unscaled(assessment, fact) ?? shortForward(assessment, fact) ?? shortMantissa(fact, learningRate);
  if (span === undefined || advice === undefined) return [];
  const rate =
    learningRate === undefined
      ? ""
      : ` ${evidenceNote("learning-rates")} This run's learning rate is ${learningRate.value}: see that lower ones train as well.`;
  const twin = fact === weights && activations?.value.name === fact.value.name ? activations : undefined;
  const related = relatedFacts(span, [
    ["Activations", twin],
    ["Learning rate", learningRate],
  ]);
  return [{ span, message: `${advice.text}${rate}`, related, fixes: advice.fixes }];
}

/**
 * What was measured in this workspace outranks what is known in general: a format that was as robust as the wide one
 * has no finding, one that was less robust has a warning, whatever is known of it. As robust as another narrow format
 * is no proof of stability: the general finding stays and says what was measured.
 */
function measuredFirst(
  { stability }: TrainingConfig,
  fact: Fact<NumberFormat>,
  general: readonly RawFinding[],
): readonly RawFinding[] {
  const reports = stability.filter(({ format }) => isSameFormat(fact.value, format));
  const span = fact.at[0];
  const [worst] = [...reports].sort((a, b) => RANK[a.verdict] - RANK[b.verdict]);
  if (worst === undefined || span === undefined) return general;
  const measured = `Measured here: ${stabilityText(worst)} (\`${worst.path}\`).`;
  switch (worst.verdict) {
    case "as robust":
      return isSixteenBitOrWider(worst.baseline)
        ? []
        : general.map((finding) => withMeasured(finding, measured));
    case "less robust": {
      const message = `${measured} Train in ${worst.baseline.label}, or find out what makes these runs fail.`;
      return [{ ...(general[0] ?? { span, fixes: [] }), message, severity: "warning" }];
    }
    case "undecided":
      return general.map((finding) => withMeasured(finding, measured));
  }
}

function withMeasured(finding: RawFinding, measured: string): RawFinding {
  return { ...finding, message: `${finding.message} ${measured}` };
}

const RANK: Readonly<Record<ReportedStability["verdict"], number>> = {
  "less robust": 0,
  undecided: 1,
  "as robust": 2,
};

interface Advice {
  readonly text: string;
  readonly fixes: readonly Fix[];
}

/** Exponent bits are cut, and nothing says that tensors or blocks are scaled to make up for it. */
function unscaled({ config }: Assessment, { value, provenance }: Fact<NumberFormat>): Advice | undefined {
  const { kind, exponent, scaling, label, name } = value;
  // What a framework's key leaves open may well be scaled; a comment says all that there is.
  if (kind !== "float" || provenance !== "declared" || exponent === undefined) return undefined;
  // FP16 has its scale in the loss, which the rule `loss-scaling` checks.
  if (isSixteenBitOrWider(value) || exponent >= FULL_EXPONENT || scaling !== undefined) return undefined;
  const scaled = `${isShort(value) ? "fp8_e4m3" : name}:tensor`;
  return {
    text: `${label} has ${exponent} exponent bits instead of ${FULL_EXPONENT}, and the comment declares no scale for each tensor or block that makes up for it. ${evidenceNote("exponent-bits")} Train with one, \`${scaled}\` at least.`,
    fixes: [
      {
        title: `Declare ${scaled}`,
        edits: redeclareFormat(config, value, scaled),
        safe: false,
        preferred: true,
      },
    ],
  };
}

/** E5M2 in the forward pass. */
function shortForward(assessment: Assessment, fact: Fact<NumberFormat>): Advice | undefined {
  if (!isShort(fact.value)) return undefined;
  return {
    text: `${fact.value.label} has 2 mantissa bits in the forward pass. ${evidenceNote("e5m2-forward")} Train in E4M3.`,
    fixes: layoutFixes(assessment, fact, "E4M3"),
  };
}

function isShort({ kind, bits, exponent, mantissa }: NumberFormat): boolean {
  return kind === "float" && bits === 8 && exponent === 5 && mantissa === 2;
}

/** The exponent of BF16 with fewer mantissa bits, where the learning rate is known. */
function shortMantissa(
  { value }: Fact<NumberFormat>,
  learningRate: Fact<number> | undefined,
): Advice | undefined {
  const { kind, exponent, mantissa, label } = value;
  if (kind !== "float" || exponent !== FULL_EXPONENT || learningRate === undefined) return undefined;
  if (mantissa === undefined || mantissa < FEWEST_STUDIED || mantissa > MOST_STUDIED) return undefined;
  return { text: `${label} has ${mantissa} mantissa bits instead of BF16's 7.`, fixes: [] };
}
