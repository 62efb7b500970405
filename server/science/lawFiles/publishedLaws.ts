import besiroglu from "../../data/laws/besiroglu-2024.json" with { type: "json" };
import bitlawPtq from "../../data/laws/bitlaw-ptq.json" with { type: "json" };
import bitlawTrain from "../../data/laws/bitlaw-train.json" with { type: "json" };
import chen from "../../data/laws/chen-2025.json" with { type: "json" };
import hoffmann from "../../data/laws/hoffmann-2022.json" with { type: "json" };
import kumar from "../../data/laws/kumar-2024.json" with { type: "json" };
import kumarFloatWeights from "../../data/laws/kumar-2024-float-weights.json" with { type: "json" };
import ouyang from "../../data/laws/ouyang-2024.json" with { type: "json" };
import quartet from "../../data/laws/quartet-2025.json" with { type: "json" };
import quest from "../../data/laws/quest-2025.json" with { type: "json" };
import sun from "../../data/laws/sun-2025.json" with { type: "json" };
import type { Law, LawFile } from "../laws/Law.ts";
import type { LawQuestion } from "../laws/LawRole.ts";
import { lawFrom } from "./lawFrom.ts";

/** JSON imports widen literals and tuples; a test holds every file against schemas/law.schema.json. */
const files = [
  bitlawTrain,
  sun,
  bitlawPtq,
  kumar,
  kumarFloatWeights,
  quartet,
  chen,
  quest,
  ouyang,
  besiroglu,
  hoffmann,
] as readonly unknown[] as readonly LawFile[];

/**
 * The published laws that come with Bitlaw, in the order of preference: of training, of quantization after it,
 * baselines.
 */
export const publishedLaws: readonly Law[] = files.map(lawFrom);

/** Whether a law comes with Bitlaw; all others are a project's own. */
export function isPublished(law: Law): boolean {
  return publishedLaws.includes(law);
}

/** The published law of that name. */
export function lawNamed(name: string): Law | undefined {
  return publishedLaws.find((law) => law.file.name === name);
}

/** The place of a law that leads nothing. */
const LAST = Number.MAX_SAFE_INTEGER;

/** The published laws that may lead the answer to a question, in the order of preference. */
export function leadersOf(question: LawQuestion): readonly Law[] {
  const place = ({ file }: Law) => file.role?.leads?.[question] ?? LAST;
  return publishedLaws.filter((law) => place(law) < LAST).sort((a, b) => place(a) - place(b));
}

/** The published laws that a rule computes with, the more preferred first. */
export function lawsBehind(rule: string): readonly Law[] {
  const place = ({ file }: Law) => Math.min(LAST, ...Object.values(file.role?.leads ?? {}));
  return publishedLaws
    .filter(({ file }) => file.role?.rules?.includes(rule))
    .sort((a, b) => place(a) - place(b));
}
