import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { Workplace } from "./runBitlaw.ts";

let place: Workplace;
beforeEach(() => {
  place = new Workplace();
});
afterEach(() => place.remove());

/** An .npy file by NumPy's own description: magic, version, length of the header, header, elements. */
function npy(
  descr: string,
  shape: string,
  data: Uint8Array,
  { version = 1, order = "False" } = {},
): Uint8Array {
  const text = `{'descr': '${descr}', 'fortran_order': ${order}, 'shape': ${shape}, }\n`;
  const start = version === 1 ? 10 : 12;
  const bytes = new Uint8Array(start + text.length + data.length);
  bytes.set([0x93, ...Buffer.from("NUMPY"), version, 0]);
  const view = new DataView(bytes.buffer);
  if (version === 1) view.setUint16(8, text.length, true);
  else view.setUint32(8, text.length, true);
  bytes.set(Buffer.from(text), start);
  bytes.set(data, start + text.length);
  return bytes;
}

const bytesOf = (array: ArrayBufferView) => new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
const LOGITS = [0, 0, 1, -2];
const TARGETS = npy("<i8", "(2,)", bytesOf(new BigInt64Array([0n, 1n])));
const FLOAT32 = npy("<f4", "(2, 2)", bytesOf(new Float32Array(LOGITS)));

/** 100·(CE(corner) − CE)/(1 + CE) for two logits, where CE = ln(1 + e^(other − right)). ε = 0.1. */
function byHand(right: number, other: number): number {
  const plain = Math.log(1 + Math.exp(other - right));
  const corner = Math.log(
    1 + Math.exp(other + 0.1 * (Math.abs(other) + 1) - right + 0.1 * (Math.abs(right) + 1)),
  );
  return (100 * (corner - plain)) / (1 + plain);
}

/** Target 0 of the logits 0, 0 and target 1 of the logits 1, −2. */
const VALUES = [byHand(0, 0), byHand(-2, 1)] as const;
const MEAN = (VALUES[0] + VALUES[1]) / 2;

function json(...args: readonly string[]) {
  const { code, out, error } = place.run(
    "sharpness",
    "--targets",
    "t.npy",
    "--epsilon",
    "0.1",
    "--format",
    "json",
    ...args,
  );
  return { code, error, report: JSON.parse(out) };
}

describe("bitlaw sharpness", () => {
  it("computes the same from float32, float64, float16 and bfloat16, and from each version of the format", () => {
    // 1 is 0x3c00 in float16 and 0x3f80 in bfloat16, −2 is 0xc000 in both.
    place.write({
      "t.npy": TARGETS,
      "f4.npy": FLOAT32,
      "f8.npy": npy("<f8", "(2, 2)", bytesOf(new Float64Array(LOGITS)), { version: 2 }),
      "f2.npy": npy("<f2", "(2, 2)", bytesOf(new Uint16Array([0, 0, 0x3c00, 0xc000])), { version: 3 }),
      "u2.npy": npy("<u2", "(2, 2)", bytesOf(new Uint16Array([0, 0, 0x3f80, 0xc000]))),
      "big.npy": npy(">f4", "(2, 2)", bytesOf(new Float32Array(LOGITS)).reverse()),
    });
    const { code, error, report } = json("f4.npy", "f8.npy", "f2.npy", "u2.npy");
    expect({ code, error }).toEqual({ code: 0, error: "" });
    expect(report.checkpoints.map((one: { type: string }) => one.type)).toEqual([
      "float32",
      "float64",
      "float16",
      "uint16 read as bfloat16",
    ]);
    for (const one of report.checkpoints) {
      expect(one).toMatchObject({ rows: 2, notFinite: 0 });
      expect(one.mean).toBeCloseTo(MEAN, 10);
      // Of two values the 10 % quantile is a tenth of the way from the lower to the higher.
      const [low, high] = VALUES[0] < VALUES[1] ? VALUES : [VALUES[1], VALUES[0]];
      expect(one.quantile10).toBeCloseTo(low + 0.1 * (high - low), 10);
      expect(one.highest).toBeCloseTo(high, 10);
    }
    // Big-endian and backwards: −2, 1, 0, 0, with the targets 0 and 1.
    expect(json("big.npy").report.checkpoints[0].mean).toBeCloseTo((byHand(-2, 1) + byHand(0, 0)) / 2, 10);
  });

  it("shows the trend over checkpoints in their order", () => {
    place.write({
      "t.npy": npy("<i4", "(1,)", bytesOf(new Int32Array([0]))),
      "1.npy": npy("<f4", "(1, 2)", bytesOf(new Float32Array([3, 0]))),
      "2.npy": npy("<f4", "(1, 2)", bytesOf(new Float32Array([0, 0]))),
    });
    const { report } = json("1.npy", "2.npy");
    expect(report.trend.ratio).toBeCloseTo(byHand(0, 0) / byHand(3, 0), 6);
    expect(report.trend).toMatchObject({ rising: 1, steps: 1 });
    const { out } = place.run("sharpness", "--targets", "t.npy", "1.npy", "2.npy");
    expect(out).toContain("it rises in 1 of 1 steps");
    expect(out).toContain("our reading of Lee et al. 2024");
  });

  it("says where the trend leaves out checkpoints and rows that are not finite", () => {
    const one = (...logits: readonly number[]) => npy("<f4", "(1, 2)", bytesOf(new Float32Array(logits)));
    place.write({
      "t.npy": npy("<i4", "(1,)", bytesOf(new Int32Array([0]))),
      "1.npy": one(3, 0),
      "2.npy": one(0, 0),
      "3.npy": one(Number.NaN, 0),
    });
    const { out } = place.run("sharpness", "--targets", "t.npy", "1.npy", "2.npy", "3.npy");
    expect(out).toContain("From the first to the last checkpoint with a mean it goes from");
    expect(out).toContain("Logits that are not finite are a divergence already");
    expect(place.run("sharpness", "--targets", "t.npy", "1.npy", "2.npy").out).not.toContain(
      "divergence already",
    );
  });

  it("leaves rows with NaN out and counts them", () => {
    place.write({
      "t.npy": TARGETS,
      "x.npy": npy("<f4", "(2, 2)", bytesOf(new Float32Array([0, 0, Number.NaN, 1]))),
    });
    const [one] = json("x.npy").report.checkpoints;
    expect(one).toMatchObject({ rows: 2, notFinite: 1 });
    expect(one.mean).toBeCloseTo(VALUES[0], 10);
  });

  it("refuses what it cannot use with what it found and expected, and computes the others", () => {
    place.write({
      "t.npy": TARGETS,
      "good.npy": FLOAT32,
      "int.npy": npy("<i4", "(2, 2)", new Uint8Array(16)),
      "flat.npy": npy("<f4", "(4,)", new Uint8Array(16)),
      "fortran.npy": npy("<f4", "(2, 2)", new Uint8Array(16), { order: "True" }),
      "short.npy": npy("<f4", "(2, 2)", new Uint8Array(15)),
      "more.npy": npy("<f4", "(3, 2)", new Uint8Array(24)),
      "narrow.npy": npy("<f4", "(2, 1)", new Uint8Array(8)),
      "text.npy": "hello, this is no array",
      "empty.npy": "",
    });
    const names = ["int", "flat", "fortran", "short", "more", "narrow", "text", "empty", "missing", "good"];
    const { code, error, report } = json(...names.map((name) => `${name}.npy`));
    expect(code).toBe(2);
    expect(report.checkpoints.map((one: { path: string }) => one.path)).toEqual(["good.npy"]);
    const size = npy("<f4", "(2, 2)", new Uint8Array(0)).length;
    expect(error.trimEnd().split("\n")).toEqual([
      "int.npy: found elements of type `<i4`, expected float32, float16, float64, or uint16 that holds bfloat16",
      "flat.npy: found the shape [4], expected [batch, vocabulary]",
      "fortran.npy: found Fortran order, expected C order: save numpy.ascontiguousarray(array)",
      `short.npy: found ${size + 15} bytes, expected ${size + 16} for the shape [2, 2]: the file is cut off or damaged`,
      "more.npy: found 3 rows of logits and 2 targets, expected one target for each row",
      "narrow.npy: targets[1] is 1, expected a token from 0 to 0",
      "text.npy: this is no .npy file: save one array with numpy.save",
      "empty.npy: this is no .npy file: save one array with numpy.save",
      "missing.npy: there is no such file",
    ]);
  });

  it("refuses targets of another type", () => {
    place.write({ "t.npy": FLOAT32, "x.npy": FLOAT32 });
    expect(place.run("sharpness", "--targets", "t.npy", "x.npy")).toEqual({
      code: 2,
      out: "",
      error: "--targets t.npy: found elements of type `<f4`, expected int32 or int64\n",
    });
  });

  it("prints JSON in the shape of its schema", () => {
    place.write({ "t.npy": TARGETS, "x.npy": FLOAT32 });
    const schema = readFileSync(new URL("../../schemas/sharpness.schema.json", import.meta.url), "utf8");
    const valid = new Ajv({ strict: false, allErrors: true }).compile(JSON.parse(schema));
    const { report } = json("x.npy", "x.npy");
    expect(valid(report), JSON.stringify(valid.errors)).toBe(true);
    expect(valid({ ...report, more: 1 })).toBe(false);
    expect(valid(json("x.npy").report)).toBe(true);
  });
});
