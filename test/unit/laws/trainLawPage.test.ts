import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { judgementsOf, scoreOf, slopesOf } from "../../../.scripts/trainScores.ts";
import { comparisonTable, percent, trainTable } from "../../../.scripts/trainTable.ts";
import bitlawTrain from "../../../server/data/laws/bitlaw-train.json" with { type: "json" };
import { trainObservations } from "../../../server/science/fit/train/trainObservations.ts";
import { TRAIN_PARAMETERS } from "../../../server/science/laws/train/TrainConstants.ts";
import { bundledTraining } from "../../../server/science/measurements/bundledMeasurements.ts";
import { law } from "../science/known.ts";

const page = readFileSync(new URL("../../../docs/laws.md", import.meta.url), "utf8");
const [, afterTitle = ""] = page.split("## `bitlaw-train`: loss of training in few bits");
const [section = ""] = afterTitle.split("\n## ");
const text = section.replaceAll(/\s+/g, " ");

const { observations } = trainObservations(bundledTraining().measurements);
const judgements = judgementsOf(law("bitlaw-train"), observations);

describe("docs/laws.md on bitlaw-train", () => {
  it("has every fitted constant with its 95 % interval and its prior, as they are in the law file", () => {
    for (const { name, prior, deviation, scale } of TRAIN_PARAMETERS) {
      const [low = Number.NaN, high = Number.NaN] = bitlawTrain.intervals[name];
      const line = section.split("\n").find((one) => one.startsWith(`| \`${name}\` |`)) ?? "";
      expect(line).toContain(
        `| ${bitlawTrain.constants[name].toFixed(4)} | ${low.toFixed(4)} to ${high.toFixed(4)} |`,
      );
      expect(line).toContain(`| ${prior} ± ${deviation}${scale === "log" ? " (ln)" : ""} |`);
    }
  });

  it("has the constants of the interval", () => {
    const { deviation, openRecipe, openOutliers, openBackward, perSize, floor } = bitlawTrain.constants;
    for (const [name, value] of Object.entries({ deviation, openRecipe, openOutliers, openBackward }))
      expect(section).toMatch(new RegExp(`^\\| \`${name}\` \\| .* \\| ${value} \\|$`, "m"));
    expect(text).toContain(`\`perSize\` = ${perSize} for each factor e`);
    expect(text).toContain(`\`floor\` = ${floor} nats`);
  });

  it("says how many runs of how many sources it was fitted to", () => {
    const { rows, sources } = bitlawTrain.fit;
    expect(text).toContain(`To ${rows} published runs of ${sources} sources.`);
  });

  it("has the results of labs left out, line by line", () => {
    expect(section).toContain(trainTable(law("bitlaw-train"), observations).join("\n"));
  });

  it("has them with every source counting once, and the slopes", () => {
    const { once1_5, once2, covered, coveredError } = scoreOf(judgements);
    expect(text).toContain(
      `Each source counting once, ${percent(once1_5)} come within 1.5× and ${percent(once2)} within 2×, ` +
        `and ${percent(covered)} (± ${percent(coveredError).replace(" %", "")}) lie in the 80 % interval.`,
    );
    const { parameters, tokensPerParameter } = slopesOf(judgements);
    const [size, length] = [parameters, tokensPerParameter].map(
      ({ value, error }) => `${value.toFixed(2).replace("-", "−")} ± ${error.toFixed(2)}`,
    );
    expect(text).toContain(`the slope is ${size}, and with ln(D/N) it is ${length}`);
  });

  it("stands beside a constant for each format and chen-2025", () => {
    expect(section).toContain(
      comparisonTable(law("bitlaw-train"), law("chen-2025"), observations).join("\n"),
    );
  });

  it("has a recipe's factor only where three sources or more show it", () => {
    const sourcesWith = (has: (one: (typeof observations)[number]) => boolean) =>
      new Set(observations.filter(has).map(({ source }) => source)).size;
    expect(sourcesWith(({ question }) => (question.wideLayers ?? 0) > 0)).toBeGreaterThanOrEqual(3);
    expect(
      sourcesWith(
        ({ question: { techniques } }) =>
          techniques?.hadamard === false && techniques.stochasticRounding === false,
      ),
    ).toBeGreaterThanOrEqual(3);
    expect(
      sourcesWith(({ question }) => question.techniques?.stochasticRounding === true),
    ).toBeGreaterThanOrEqual(3);
  });

  it("names the largest group of labs by its rows", () => {
    const own = observations.filter(({ lab }) => lab === "ISTA");
    const large = own.filter(({ question }) => question.parameters > 823e6);
    expect(text).toContain(`${own.length} of the rows are of one group of labs`);
    expect(large).toHaveLength(1);
  });
});
