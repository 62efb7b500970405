import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { BacktestRecord } from "../../../../server/science/backtest/BacktestRecord.ts";
import { backtest } from "../../../../server/science/backtest/backtest.ts";
import type { Metrics } from "../../../../server/science/backtest/metrics.ts";
import { bundledCases } from "../../../../server/science/backtest/readCases.ts";
import {
  bundledQuantization,
  bundledTraining,
} from "../../../../server/science/measurements/bundledMeasurements.ts";
import { RECIPE_SWITCHES } from "../../../../server/science/measurements/RecipeSwitch.ts";
import { law } from "../known.ts";

const root = new URL("../../../../", import.meta.url);
const page = readFileSync(new URL("docs/measurements.md", root), "utf8");
const records: readonly BacktestRecord[] = JSON.parse(
  readFileSync(new URL("server/data/records.json", root), "utf8"),
);

const LAWS = ["sun-2025", "kumar-2024", "quartet-2025", "quest-2025", "chen-2025"];

/** The rows of the page's table with this heading. */
function rowsBelow(heading: string): readonly string[] {
  const [, after] = page.split(`${heading}\n`);
  if (after === undefined) throw new Error(`docs/measurements.md has no table “${heading}”`);
  const [, ...lines] = after.split("\n");
  return lines.slice(
    0,
    lines.findIndex((line) => !line.startsWith("|")),
  );
}

/** An infinite median is null in JSON. */
function cells({ applicable, medianRatio, within1_5, within2, spearman }: Metrics): readonly string[] {
  const percent = (share: number | null) => `${Math.round(100 * (share ?? Number.NaN))} %`;
  return [
    String(applicable),
    medianRatio === null ? "∞" : medianRatio.toFixed(2),
    percent(within1_5),
    percent(within2),
    spearman?.toFixed(2) ?? "–",
  ];
}

describe("The guide to the measurements", () => {
  it("has the records of the laws of training as they are, and marks where the runs disagree", () => {
    const rows = LAWS.flatMap((name) =>
      records.flatMap((record) => {
        const { of, bits, disagrees } = record;
        if (record.law !== name || of.table !== "training") return [];
        const width = bits[0] === bits[1] ? String(bits[0]) : bits.join(" to ");
        const mark = disagrees ? "**disagrees**" : "";
        const first = [`\`${name}\``, of.formats ?? of.kinds ?? "all", width];
        return [`| ${[...first, ...cells(record), mark].join(" | ")} |`];
      }),
    );
    expect(
      rowsBelow("| law | formats | bits | runs | median ratio | within 1.5× | within 2× | rank corr. | |"),
    ).toEqual(rows);
  });

  it("says how quartet-2025 does where the recipes are known", () => {
    const [, training] = bundledCases();
    const { slices } = backtest(law("quartet-2025"), training?.cases ?? []);
    const written = rowsBelow(
      "| `quartet-2025` | runs | median ratio | within 1.5× | within 2× | rank corr. |",
    );
    expect(written.length).toBeGreaterThan(4);
    for (const row of written) {
      const recipe = row.split("|")[1]?.trim();
      const slice = slices.find(({ by, value }) => by === "recipe" && value === recipe);
      expect(row).toBe(`| ${[recipe, ...(slice ? cells(slice) : [])].join(" | ")} |`);
    }
  });

  it("explains every word that a recipe is written in, and no other", () => {
    const words = rowsBelow("| word | what the run does |").flatMap(
      (row) => row.split("|")[1]?.match(/(?<=`)[\w-]+(?=`)/g) ?? [],
    );
    expect(words.toSorted()).toEqual(RECIPE_SWITCHES.toSorted());
  });

  it("explains every flag of the tables", () => {
    const measurements = [...bundledQuantization().measurements, ...bundledTraining().measurements];
    const explained = rowsBelow("| flag | meaning | back-test |").join("\n");
    const flags = [...new Set(measurements.flatMap((one) => one.flags))];
    expect(flags.filter((flag) => !explained.includes(`\`${flag}\``))).toEqual([]);
  });

  it("has the same number of measurements as README.md and CHANGELOG.md", () => {
    const count = bundledCases().reduce((sum, { rows }) => sum + rows, 0);
    const written = `${count.toLocaleString("en")} `;
    for (const path of ["docs/measurements.md", "README.md", "CHANGELOG.md"]) {
      expect([path, readFileSync(new URL(path, root), "utf8").includes(written)]).toEqual([path, true]);
    }
  });

  it("counts the runs of the lab that has most", () => {
    const runs = bundledTraining().measurements.filter(({ lab }) => lab === "ISTA");
    expect(page).toContain(`are one lab with ${runs.length} of the 753 runs`);
  });

  it("counts the runs that are left out", () => {
    const [, training] = bundledCases();
    const { rows, cases, skipped } = training ?? { rows: 0, cases: [], skipped: {} };
    expect(page).toContain(`Of the ${rows} runs ${cases.length} are used`);
    expect(skipped).toEqual({
      "a bug in the implementation": 86,
      // 30 of the first twelve sources; two of TWEO's architectures, NVFP4 without Hadamard, four collapsed FP8 runs.
      "unstable or diverged": 37,
      // QuEST's Table 1: 13 methods and widths at two sizes.
      "an earlier method, run for comparison": 26,
      "flagged dup": 25,
      // BitNet b1.58: 6 and 12; Metis below its reference: 2; a user's run of Ling: 1.
      "hyper-parameters differ from the reference": 21,
      "flagged suspect": 18,
      "no master weights": 18,
      "too short to tell": 15,
      // ECO with master weights: 29 less 18.
      "format of the activations not stated": 11,
      "tokens to a loss, no difference of losses": 9,
      "sparse weights": 6,
      "modules in different formats": 6,
      "parameters not known": 4,
      "ends in 16 bits": 2,
      "only optimizer state in low precision": 1,
      "optimizer state in low precision too": 1,
    });
    expect(page).toContain("86 are left out for a bug in their implementation, 37 as unstable or diverged");
    expect(cases.filter(({ isBound }) => isBound)).toHaveLength(7);
    const without = cases.filter(({ tokens }) => tokens === undefined).length;
    expect(page).toContain(`${without} of the used ones state no tokens`);
  });
});
