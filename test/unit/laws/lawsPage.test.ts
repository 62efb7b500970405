import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import bitlawPtq from "../../../server/data/laws/bitlaw-ptq.json" with { type: "json" };
import type { BacktestCase } from "../../../server/science/backtest/BacktestCase.ts";
import { backtest } from "../../../server/science/backtest/backtest.ts";
import { type Metrics, metricsOf } from "../../../server/science/backtest/metrics.ts";
import { predictCase } from "../../../server/science/backtest/predictCase.ts";
import { bundledCases } from "../../../server/science/backtest/readCases.ts";
import { recordFor } from "../../../server/science/backtest/recordFor.ts";
import { fitCoefficients } from "../../../server/science/fit/ptq/fitPtq.ts";
import { ptqObservations } from "../../../server/science/fit/ptq/ptqObservations.ts";
import { publishedLaws } from "../../../server/science/lawFiles/publishedLaws.ts";
import { ptq } from "../../../server/science/laws/ptq/ptq.ts";
import { PTQ_TERMS } from "../../../server/science/laws/ptq/ptqTerms.ts";
import { bundledQuantization } from "../../../server/science/measurements/bundledMeasurements.ts";
import type { QuantizationMeasurement } from "../../../server/science/measurements/QuantizationMeasurement.ts";
import { groupBy } from "../../../server/science/numerics/groupBy.ts";
import { format, formats, law } from "../science/known.ts";

const page = readFileSync(new URL("../../../docs/laws.md", import.meta.url), "utf8");

/** The cells of a table below its header, by the first one. */
function tableAfter(header: string): ReadonlyMap<string, readonly string[]> {
  const start = page.indexOf(header);
  if (start < 0) throw new Error(`docs/laws.md has no table with the header ${header}`);
  const lines = page.slice(start).split("\n").slice(2);
  const end = lines.findIndex((line) => !line.startsWith("|"));
  const rows = lines.slice(0, end).map((line) =>
    line
      .slice(1, -1)
      .split("|")
      .map((cell) => cell.trim()),
  );
  return new Map(rows.map(([first = "", ...rest]) => [first.replaceAll("`", ""), rest]));
}

/** Three decimals, with a minus sign. */
const fixed = (value: number) => value.toFixed(3).replace("-", "−");

/** A share in percent, rounded down: 0.7584 is 75 %. Four digits first, so that 0.29 stays 29 %. */
const share = (value: number | null) =>
  value === null ? "–" : `${Math.floor(Number((value * 100).toPrecision(6)))} %`;

/** A correlation, rounded down. */
const correlation = (value: number | null) =>
  value === null ? "–" : (Math.floor(value * 100) / 100).toFixed(2).replace("-", "−");

/** "55 % / 75 %": the shares within a factor of 1.5 and of 2. */
const both = ({ within1_5, within2 }: Pick<Metrics, "within1_5" | "within2">) =>
  `${share(within1_5)} / ${share(within2)}`;

/** What the page says is reached where something is known of a model. */
const reached = (known: string) =>
  tableAfter("| what is known | aim within 1.5× / 2× | reached | |").get(known)?.[1];

/** Ratios of two published results on one model, text, method, width and group, from two sources; both resolved and below collapse. */
function pairsOfSources(isUsed: (row: QuantizationMeasurement) => boolean): readonly number[] {
  const rows = bundledQuantization().measurements.filter(
    (row) =>
      row.bits < 16 &&
      row.activationBits >= 16 &&
      row.cacheBits >= 16 &&
      row.model !== undefined &&
      row.methodClass !== undefined &&
      row.delta > row.rounding &&
      row.delta <= 1 &&
      !row.flags.includes("dup") &&
      !row.flags.includes("suspect") &&
      isUsed(row),
  );
  const settings = groupBy(rows, ({ model, methodClass, bits, group, evaluation }) =>
    [model, methodClass, bits, group, evaluation?.split(",")[0]].join(),
  );
  return [...settings.values()].flatMap((same) =>
    same.flatMap((a, i) =>
      same
        .slice(i + 1)
        .filter((b) => a.source !== b.source)
        .map((b) => Math.max(a.delta / b.delta, b.delta / a.delta)),
    ),
  );
}

const agreement = (ratios: readonly number[]) => {
  const within = (factor: number) => ratios.filter((ratio) => ratio <= factor).length / ratios.length;
  return both({ within1_5: within(1.5), within2: within(2) });
};

const cases: readonly BacktestCase[] = bundledCases().flatMap((table) => table.cases);
const result = backtest(law("bitlaw-ptq"), cases);

describe("docs/laws.md on bitlaw-ptq", () => {
  it("has every coefficient with its 95 % interval, as they are in the law file", () => {
    const rows = tableAfter("| constant | of | value | 95 % interval | prior |");
    expect([...rows.keys()]).toEqual([...PTQ_TERMS]);
    for (const term of PTQ_TERMS) {
      const [low = Number.NaN, high = Number.NaN] = bitlawPtq.intervals[term];
      expect(rows.get(term)?.slice(1, 3), term).toEqual([
        fixed(bitlawPtq.constants[term]),
        `${fixed(low)} to ${fixed(high)}`,
      ]);
    }
  });

  it("has the deviations and the constants of the interval and of the collapse", () => {
    const rows = tableAfter("| deviation | shared by | value |");
    const values = Object.fromEntries(Array.from(rows, ([name, cells]) => [name, cells[1]]));
    const written = Object.entries(bitlawPtq.settings.deviations).map(([name, value]) => [
      name,
      value.toFixed(3),
    ]);
    expect(values).toEqual(Object.fromEntries(written));
    const { saturation, intervalScale, collapseThreshold, collapseScale } = bitlawPtq.constants;
    expect(page).toContain(`D₀ = ${saturation / 1e12}T (\`saturation\`)`);
    expect(page).toContain(`The scale of the 80 % interval is ${intervalScale} (\`intervalScale\`)`);
    const threshold = `${collapseThreshold}`.replace("-", "−");
    expect(page.replaceAll("\n", " ")).toContain(
      `t = ${threshold} (\`collapseThreshold\`) and k = ${collapseScale} (\`collapseScale\`)`,
    );
  });

  it("says from how many rows of which families, and how many collapsed", () => {
    const observations = ptqObservations(bundledQuantization().measurements);
    const of = (family: string) => observations.filter((one) => one.family === family).length;
    expect(page).toContain(
      `To ${observations.length} published results of 2, 3 and 4 bits with only the weights quantized: ${of("OPT")} on OPT, ` +
        `${of("LLaMA-1")} on LLaMA 1, ${of("LLaMA-2")} on LLaMA 2 and ${of("Qwen3")} on Qwen3.`,
    );
    const collapsed = observations.filter((one) => one.collapsed).length;
    expect(page).toContain(`${collapsed} of the rows lose more than 1 nat`);
  });
});

describe("its left-out results on the page are those of the back-test", () => {
  const rows = tableAfter("| rows | number | median ratio |");
  const cellsOf = (metrics: Metrics) => [
    `${metrics.applicable}`,
    metrics.medianRatio?.toFixed(2),
    share(metrics.within1_5),
    share(metrics.within2),
    correlation(metrics.spearman),
    share(metrics.coverage80),
  ];
  const NAMES: Readonly<Record<string, string>> = {
    awq: "AWQ",
    gptq: "GPTQ",
    learned: "learned rounding",
    other: "method not named",
    rtn: "round to nearest",
    channel: "one scale per channel",
    "1e8 to 1e9": "85M to 1B parameters",
    "1e9 to 1e10": "1B to 10B parameters",
    "1e10 to 1e11": "10B to 100B parameters",
    "1e11 to 1e12": "above 100B parameters",
  };
  const titleOf = (by: string, value: string) =>
    NAMES[value] ?? (by === "bits" ? `${value} bits` : by === "group" ? `groups of ${value}` : value);

  it("overall and slice by slice, none left out but those by tokens", () => {
    const expected = [
      ["all", cellsOf(result)],
      ...result.slices
        .filter(({ by }) => by !== "tokens")
        .map((slice) => [titleOf(slice.by, slice.value), cellsOf(slice)]),
    ];
    expect(Array.from(rows)).toEqual(expected);
  });

  it("with one measurement of the model", () => {
    const { anchored } = result;
    if (anchored === undefined) throw new Error("bitlaw-ptq takes measurements into account");
    const { sameSetting } = anchored;
    expect(reached("one measurement by the same method, in the nearest other setting")).toBe(both(anchored));
    expect(reached("one measurement in the very setting, on another text or from another source")).toBe(
      both(sameSetting),
    );
    expect(page).toContain(
      `in another setting ${share(anchored.coverage80)} lie in the 80 % interval, with the one in the very setting ${share(sameSetting.coverage80)}.`,
    );
  });

  it("without one, and with other models of the family", () => {
    const { knownFamilyWithin1_5: within1_5, knownFamilyWithin2: within2 } = bitlawPtq.fit;
    expect(reached("nothing: a new family")).toBe(both(result));
    expect(reached("the family: other models of it")).toBe(both({ within1_5, within2 }));
  });

  it("beside what two sources measured in the same setting", () => {
    const pairs = pairsOfSources(() => true);
    expect(page).toContain(`${pairs.length} pairs of published results`);
    expect(reached("two sources against each other")).toBe(agreement(pairs));
    expect(page.replaceAll("\n", " ")).toContain(
      `(${agreement(pairsOfSources(({ details }) => !details.symmetric)).replace(" / ", " and ")} of them without symmetric levels)`,
    );
  });

  it("where they are poor", () => {
    const of = (condition: (one: BacktestCase) => boolean) => {
      const outcomes = cases.filter(condition).flatMap((one) => predictCase(law("bitlaw-ptq"), one) ?? []);
      return metricsOf(outcomes);
    };
    const model = (name: string) => share(of((one) => one.model === name).within2);
    expect(page).toContain(
      `OPT-66B (${model("OPT-66B")} within 2×), OPT-30B (${model("OPT-30B")}) and OPT-175B (${model("OPT-175B")})`,
    );
    const by = (method: string, family: string) =>
      of((one) => one.inputs.method === method && one.family === family);
    const awq = by("awq", "Qwen3");
    expect(page).toContain(`(${awq.applicable} rows, ${share(awq.within2)} within 2×)`);
    const [opt, first, second] = ["OPT", "LLaMA-1", "LLaMA-2"].map((family) => by("rtn", family));
    expect(page).toContain(
      `Round to nearest loses more on OPT than elsewhere: ${share(opt?.within2 ?? null)} within 2×, with a median ratio of ${opt?.medianRatio?.toFixed(2)} there and ` +
        `${first?.medianRatio?.toFixed(2)} and ${second?.medianRatio?.toFixed(2)} on LLaMA 1 and 2.`,
    );
  });

  it("beside two other laws, on the rows that all of them speak about", () => {
    const table = tableAfter("| law | median ratio | within 1.5× | within 2× | rank correlation |");
    const names = ["bitlaw-ptq", "kumar-2024", "ouyang-2024"];
    expect([...table.keys()]).toEqual(names);
    const answers = cases
      .map((one) => names.map((name) => predictCase(law(name), one)))
      .filter((outcomes) => outcomes.every((one) => one !== undefined));
    expect(page).toContain(`Beside others on the ${answers.length} rows`);
    names.forEach((name, i) => {
      const metrics = metricsOf(answers.flatMap((outcomes) => outcomes[i] ?? []));
      const [, ratio, ...shares] = cellsOf(metrics);
      expect(table.get(name), name).toEqual([ratio, ...shares.slice(0, 3)]);
    });
  });

  it("the risk of a collapse in classes of the predicted risk", () => {
    const classes = [0.05, 0.2, 0.5, 0.8, 1].map((below) => ({ below, rows: 0, collapsed: 0 }));
    for (const row of bundledQuantization().measurements) {
      const [one] = ptqObservations([row]);
      const left = one && law("bitlaw-ptq").withoutFamily?.(one.family);
      if (!one || !left || !row.format) continue;
      const { parameters, tokens, method } = one.case;
      const setting = { method, quantization: row.format, quantizationDetails: row.details };
      const inputs = { ...formats("bf16"), parameters, tokens, ...setting };
      const risk = left.predict(inputs).collapseRisk ?? Number.NaN;
      const found = classes.find(({ below }) => risk < below);
      if (found === undefined) throw new Error("a risk is below 1");
      found.rows++;
      if (one.collapsed) found.collapsed++;
    }
    const table = tableAfter("| predicted risk | rows | collapsed |");
    expect([...table.values()]).toEqual(
      classes.map(({ rows: count, collapsed }) => [`${count}`, share(collapsed / count)]),
    );
  });

  it("with LLaMA 1 and 2 both left out of the fit", () => {
    const { file } = law("bitlaw-ptq");
    const observations = ptqObservations(bundledQuantization().measurements);
    const others = observations.filter(({ family }) => !family.startsWith("LLaMA"));
    const { deviations } = bitlawPtq.settings;
    const { values } = fitCoefficients(others, { deviations, saturation: bitlawPtq.constants.saturation });
    const { leftOut: _, ...whole } = file;
    const coefficients = Object.fromEntries(PTQ_TERMS.map((term, i) => [term, values[i] ?? Number.NaN]));
    const without = ptq({ ...whole, constants: { ...file.constants, ...coefficients } });
    const [first, second] = ["LLaMA-1", "LLaMA-2"].map((family) => {
      const own = cases.filter((one) => one.family === family);
      return share(metricsOf(own.flatMap((one) => predictCase(without, one) ?? [])).within2);
    });
    expect(page.replaceAll("\n ", "")).toContain(
      `With both left out, ${first} of LLaMA 1 and ${second} of LLaMA 2 come within 2×.`,
    );
  }, 60_000);
});

describe("docs/laws.md", () => {
  it("lists every published law", () => {
    const listed = Array.from(
      page.matchAll(/`([a-z]+-2[0-9]{3}[a-z-]*|bitlaw-[a-z]+)`/g),
      ([, name]) => name,
    );
    expect(publishedLaws.map(({ file }) => file.name).filter((name) => !listed.includes(name))).toEqual([]);
  });

  it("quotes a record as it is", () => {
    const record = recordFor("bitlaw-ptq", {
      ...formats("bf16"),
      quantization: format("int4:g128"),
      method: "gptq",
    });
    expect(page).toContain(`“within 2× for ${share(record?.within2 ?? null)} of ${record?.phrase}”`);
  });
});
