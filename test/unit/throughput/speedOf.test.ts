import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import { describe, expect, it } from "vitest";
import { hardwareNamed } from "../../../server/config/run/hardware.ts";
import { parseNumberFormat } from "../../../server/science/formats/parseNumberFormat.ts";
import { computeRate } from "../../../server/science/throughput/computeRate.ts";
import { measuredSpeeds } from "../../../server/science/throughput/measuredSpeeds.ts";
import { speedOf } from "../../../server/science/throughput/speedOf.ts";

function speed(format: string, accelerator: string, parameters: number, isMixture = false) {
  const known = parseNumberFormat(format);
  const hardware = hardwareNamed(accelerator);
  if (known === undefined || hardware === undefined) throw new Error(`${format} on ${accelerator}`);
  return speedOf(known, hardware, parameters, isMixture);
}

describe("the table of speeds", () => {
  const { measurements, problems } = measuredSpeeds();

  it("can be read, with 82 measured pairs", () => {
    expect(problems).toEqual([]);
    expect(measurements.filter(({ kind }) => kind === "measured")).toHaveLength(82);
  });

  it("has each row once, on an accelerator that there is, in its generation", () => {
    expect(new Set(measurements.map(({ id }) => id)).size).toBe(measurements.length);
    const astray = measurements.filter(
      ({ accelerator, generation }) => hardwareNamed(accelerator)?.generation !== generation,
    );
    expect(astray).toEqual([]);
  });

  it("has no row that says nothing about a whole training run", () => {
    const never = ["not-comparable", "proxy-layers", "software-immature", "weight-only", "no-compile", "toy"];
    expect(measurements.filter(({ flags }) => flags.some((flag) => never.includes(flag)))).toEqual([]);
  });

  it("uses every source that it names, in the shape of its schema", () => {
    const read = (path: string) =>
      JSON.parse(readFileSync(new URL(`../../../${path}`, import.meta.url), "utf8"));
    const file = read("server/data/throughput/sources.json");
    const validate = new Ajv({ strict: true }).compile(read("schemas/throughput.schema.json"));
    validate(file);
    expect(validate.errors).toBeNull();
    expect([...new Set(measurements.map(({ source }) => source))].sort()).toEqual(
      Object.keys(file.sources).sort(),
    );
  });
});

describe("speedOf", () => {
  // Medians and 10–90 % ranges as they were tabulated from the sources beforehand, to two decimals.
  it.each<[string, string, number, boolean, number, number, number, number, number]>([
    ["fp8_e4m3:tensor", "h100", 8e9, false, 1.1, 1.2, 1.31, 21, 9],
    ["fp8_e4m3:tensor", "h200", 70e9, false, 1.36, 1.43, 1.5, 6, 4],
    ["fp8_e4m3:tensor", "h800", 405e9, false, 1.45, 1.51, 1.62, 4, 2],
    ["fp8_e4m3:channel", "h100", 8e9, false, 0.82, 0.87, 1.04, 4, 3],
    ["fp8_e4m3:block128", "h100", 7e9, false, 1.22, 1.3, 1.41, 4, 2],
    ["mxfp8", "b200", 8e9, false, 1.17, 1.24, 1.33, 4, 3],
    ["mxfp8", "gb200", 30e9, true, 1.03, 1.06, 1.08, 2, 1],
    ["mxfp8", "gb200", 671e9, true, 1.13, 1.27, 1.61, 6, 5],
    ["nvfp4", "b200", 8e9, false, 1.47, 1.56, 1.58, 3, 3],
    ["fp8_e4m3:channel", "tpu-v7", 235e9, true, 1.13, 1.2, 1.21, 3, 1],
  ])(
    "%s on %s at %d parameters (mixture: %s)",
    (format, accelerator, n, isMixture, low, mid, high, pairs, sources) => {
      const found = speed(format, accelerator, n, isMixture);
      expect(found).toMatchObject({ pairs, from: "class" });
      expect(found?.sources).toHaveLength(sources);
      for (const [value, expected] of [
        [found?.low, low],
        [found?.mid, mid],
        [found?.high, high],
      ])
        expect(Math.abs((value ?? 0) - (expected ?? 0))).toBeLessThan(0.0101);
    },
  );

  it("takes the nearest size of the same generation, and says so", () => {
    expect(speed("nvfp4", "b200", 70e9)).toMatchObject({
      from: "nearest class",
      pairs: 3,
      note: "1B to 10B parameters, dense, on Blackwell",
    });
    // 0.5B is nearer to the class from 1B than to that from 10B.
    expect(speed("fp8_e4m3:tensor", "h100", 5e8)).toMatchObject({ from: "nearest class", pairs: 21 });
  });

  it("takes a ratio that a source states where nobody measured both", () => {
    expect(speed("fp8_e4m3:tensor", "gaudi2", 7e9)).toMatchObject({
      low: 1.34,
      mid: 1.34,
      high: 1.34,
      from: "stated",
      note: "1B to 10B parameters, dense, on Gaudi 2, at best",
    });
  });

  it("says what it takes FP8 without a scaling for", () => {
    expect(speed("fp8_e4m3", "h100", 8e9)).toMatchObject({
      pairs: 21,
      note: "1B to 10B parameters, dense, on Hopper; scaling not stated, taken as fp8 per tensor",
    });
  });

  it.each<[string, string, number, boolean, string]>([
    ["fp8_e4m3:tensor", "mi355x", 8e9, false, "no pair on CDNA4"],
    ["nvfp4", "b200", 120e9, true, "dense models do not speak for mixtures of experts"],
    ["mxfp6", "b200", 8e9, false, "no run in it"],
    ["mxfp8", "h100", 8e9, false, "not of this generation"],
    ["fp8_e4m3:tensor", "h20", 8e9, false, "a Hopper with little compute for its bandwidth"],
    ["int4", "a100", 8e9, false, "no run in it"],
    ["fp32", "h100", 8e9, false, "wider than 16 bits"],
  ])("does not know %s on %s at %d (mixture: %s): %s", (format, accelerator, n, isMixture) => {
    expect(speed(format, accelerator, n, isMixture)).toBeUndefined();
  });
});

describe("computeRate", () => {
  it("is what published runs in BF16 reach, in FLOP/s by 6·N·D", () => {
    const h100 = hardwareNamed("h100");
    const rate = h100 && computeRate(h100, false);
    // torchtitan, 8.03B on 8 H100: 6 · 8.03e9 · 6,667 = 3.21e14, a third of the peak of 989e12.
    expect(rate?.low).toBeLessThan(3.21e14);
    expect(rate?.high).toBeGreaterThan(3.21e14);
    expect(rate?.mid).toBeGreaterThan(0.2 * 989e12);
    expect(rate?.high).toBeLessThan(0.7 * 989e12);
  });

  it("is not known from fewer than three runs", () => {
    const ada = hardwareNamed("rtx4090");
    expect(ada && computeRate(ada, true)).toBeUndefined();
  });
});
