import type { GroupFile } from "../../config/dialect/Dialect.ts";
import { spelling } from "../../config/dialect/readKey.ts";
import { describesFinishedWeights } from "../../config/run/finishedWeights.ts";
import type { TrainingConfig } from "../../config/run/TrainingConfig.ts";
import { namedFormats } from "../../science/formats/namedFormats.ts";
import { keyFix } from "./fixes/keyFix.ts";
import { indivisibleWidths } from "./indivisibleWidths.ts";
import type { RawFinding, Rule } from "./Rule.ts";

/** By name, the elements that share a scale where the format itself fixes their number: OCP microscaling, NVIDIA's NVFP4. */
const FIXED_BLOCKS: ReadonlyMap<string, number> = new Map(
  namedFormats.flatMap(({ name, scaling, fixedBlock }) =>
    fixedBlock && scaling?.granularity === "block" ? [[name, scaling.size] as const] : [],
  ),
);

const FIXED_NAME = new RegExp([...FIXED_BLOCKS.keys()].join("|"), "i");

/** A group size that the format does not have, or that does not divide a width of the model. */
export const groupSizeMismatch: Rule = {
  name: "group-size-mismatch",
  summary: "A group size that the number format does not have, or that does not divide the model's widths",
  severity: "error",
  otherwise: "warning for a width that the group does not divide, and for finished weights",
  category: "contradiction",
  fix: "changes the run",
  readsDialect: ({ groups }) => groups !== undefined,
  check({ config }) {
    const fixed = (config.dialect.groups ?? []).flatMap((group) => finding(config, group));
    return fixed.length > 0 ? fixed : indivisibleWidths(config);
  },
};

/** The block of the format that a word names, alone or in a recipe: `nvfp4`, `W4A8_MXFP4_FP8`. */
function fixedBlock(word: string): number | undefined {
  return FIXED_BLOCKS.get(FIXED_NAME.exec(word)?.[0].toLowerCase() ?? "");
}

function finding(config: TrainingConfig, { format, size }: GroupFile): readonly RawFinding[] {
  const { readings } = config;
  const word = readings.word(format);
  const block = typeof word === "string" ? fixedBlock(word) : undefined;
  const group = readings.word(size);
  if (block === undefined || typeof group !== "number" || group === block) return [];
  const stated = readings.isStated(size);
  const place = readings.stated(stated ? size : format);
  if (place === undefined) return [];
  const finished = describesFinishedWeights(config);
  const written = `\`${spelling(readings, size)}: ${group}\`${stated ? "" : " (default)"}`;
  return [
    {
      span: place.span,
      message: `${written} does not fit ${String(word)}, whose scales serve ${block} elements each: ${
        finished
          ? `kernels for it stop, or read the wrong scales. Quantize again in groups of ${block}; another number in this file does not change the weights.`
          : `${config.dialect.name} stops. Set ${spelling(readings, size)}: ${block}.`
      }`,
      ...(finished
        ? { severity: "warning" as const, fixes: [] }
        : { fixes: keyFix(config, { [size]: block }, true) }),
    },
  ];
}
