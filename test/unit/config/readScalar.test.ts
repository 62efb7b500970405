import { describe, expect, it } from "vitest";
import {
  readScalar,
  type ScalarLoader,
  type ScalarValue,
} from "../../../server/config/document/readScalar.ts";

const read = (text: string, loader: ScalarLoader): ScalarValue =>
  readScalar({ kind: "scalar", span: { start: 0, end: text.length }, text, style: "plain" }, loader);

const int = (value: number) => ({ type: "integer", value }) as const;
const float = (value: number) => ({ type: "float", value }) as const;
const flag = (value: boolean) => ({ type: "boolean", value }) as const;
const text = "text" as const;
const none = { type: "null" } as const;
const date = (value: string) => ({ type: "date", value }) as const;

/** What PyYAML 6.0.3 `safe_load` and OmegaConf 2.3's loader give for the text; `text` is the text itself. */
const YAML_TABLE: readonly (readonly [string, ScalarValue | "text", ScalarValue | "text"])[] = [
  // No dot: text for PyYAML.
  ["1e-4", text, float(1e-4)],
  ["5e8", text, float(5e8)],
  ["6e-06", text, float(6e-6)],
  ["4E-4", text, float(4e-4)],
  ["+2e5", text, float(2e5)],
  // A dot and a signed exponent: a number for both.
  ["1.0e-4", float(1e-4), float(1e-4)],
  ["1.e-4", float(1e-4), float(1e-4)],
  ["6.e-5", float(6e-5), float(6e-5)],
  ["1.0e+5", float(1e5), float(1e5)],
  // A dot and an unsigned exponent.
  ["1.0e5", text, float(1e5)],
  [".5", float(0.5), float(0.5)],
  [".5e-3", float(5e-4), float(5e-4)],
  [".5e3", text, text],
  ["-.5", text, text],
  ["+.5", text, text],
  ["1.", float(1), float(1)],
  ["1_000", int(1000), int(1000)],
  ["540_000", int(540000), int(540000)],
  ["1_0.5", float(10.5), float(10.5)],
  ["_1", text, text],
  ["0x10", int(16), int(16)],
  ["0b1", int(1), int(1)],
  ["012", int(10), int(10)],
  ["-012", int(-10), int(-10)],
  ["08", text, text],
  ["0o17", text, text],
  ["12:30:00", int(45000), int(45000)],
  ["1:20", int(80), int(80)],
  ["-1:20", int(-80), int(-80)],
  ["1:20.5", float(80.5), float(80.5)],
  ["01:20", text, text],
  ["+12", int(12), int(12)],
  ["no", flag(false), flag(false)],
  ["NO", flag(false), flag(false)],
  ["off", flag(false), flag(false)],
  ["yes", flag(true), flag(true)],
  ["on", flag(true), flag(true)],
  ["True", flag(true), flag(true)],
  ["y", text, text],
  ["tRUE", text, text],
  ["~", none, none],
  ["", none, none],
  ["Null", none, none],
  ["none", text, text],
  ["1.5B", text, text],
  ["300B tokens", text, text],
  ["50e9T", text, text],
  ["2ep", text, text],
  ["63900ba", text, text],
  ["2024-01-01", date("2024-01-01"), text],
  ["2024-1-1 10:00:00", date("2024-1-1 10:00:00"), text],
  ["2024-1-1", text, text],
  [".inf", float(Infinity), float(Infinity)],
  ["-.INF", float(-Infinity), float(-Infinity)],
  [".nan", float(Number.NaN), float(Number.NaN)],
];

describe.each([
  ["pyyaml", 1],
  ["omegaconf", 2],
] as const)("readScalar as %s does", (loader, column) => {
  it.each(YAML_TABLE.map((row) => [row[0], row[column]] as const))("reads %j", (written, expected) => {
    expect(read(written, loader)).toEqual(expected === text ? { type: "string", value: written } : expected);
  });
});

describe("readScalar as the loaders do that widen PyYAML's float", () => {
  // jsonargparse drops dates as OmegaConf does (jsonargparse/_loaders_dumpers.py); mlx-lm keeps them (mlx_lm/lora.py).
  it.each(YAML_TABLE)("reads %j", (written, pyyaml, omegaconf) => {
    const of = (expected: ScalarValue | "text") =>
      expected === text ? { type: "string", value: written } : expected;
    const isDate = typeof pyyaml !== "string" && pyyaml.type === "date";
    expect(read(written, "jsonargparse")).toEqual(of(omegaconf));
    expect(read(written, "mlx-lm")).toEqual(of(isDate ? pyyaml : omegaconf));
  });
});

describe("readScalar as JSON loaders do", () => {
  it.each<[string, ScalarValue | "text"]>([
    ["1e-4", float(1e-4)],
    ["4E-4", float(4e-4)],
    ["5e8", float(5e8)],
    ["1.0e5", float(1e5)],
    ["500000000", int(500000000)],
    ["-3", int(-3)],
    ["0", int(0)],
    ["true", flag(true)],
    ["false", flag(false)],
    ["null", none],
    // What JSON does not know stays text.
    ["1.e-4", text],
    [".5", text],
    ["1_000", text],
    ["0x10", text],
    ["012", text],
    ["1:20", text],
    ["no", text],
    ["True", text],
    [".inf", text],
    ["auto", text],
  ])("reads %j", (written, expected) => {
    expect(read(written, "json")).toEqual(expected === text ? { type: "string", value: written } : expected);
  });

  it.each<[string, number]>([
    ["NaN", Number.NaN],
    ["Infinity", Infinity],
    ["-Infinity", -Infinity],
  ])("reads %s as Python's json does, and hjson as text", (written, value) => {
    expect(read(written, "json")).toEqual(float(value));
    expect(read(written, "hjson")).toEqual({ type: "string", value: written });
  });

  // hjson-py makes an int of a float without a fraction below 1e10 (decoder.py, scantfnns).
  it.each<[string, ScalarValue]>([
    ["5e8", int(5e8)],
    ["2.0", int(2)],
    ["1e10", float(1e10)],
    ["1e-4", float(1e-4)],
    ["0.5", float(0.5)],
    ["7", int(7)],
  ])("reads %s as hjson does", (written, value) => {
    expect(read(written, "hjson")).toEqual(value);
  });
});

describe("readScalar", () => {
  const node = { kind: "scalar", span: { start: 0, end: 0 } } as const;

  it.each(["single", "double", "block"] as const)("leaves %s style scalars text", (style) => {
    expect(readScalar({ ...node, text: "5", style }, "pyyaml")).toEqual({ type: "string", value: "5" });
    expect(readScalar({ ...node, text: "no", style }, "json")).toEqual({ type: "string", value: "no" });
  });

  it("follows the tags that state a number, and leaves other tags text", () => {
    const tagged = (tag: string, written: string) =>
      readScalar({ ...node, text: written, style: "plain", tag }, "pyyaml");
    expect(tagged("tag:yaml.org,2002:float", "1e-5")).toEqual(float(1e-5));
    expect(tagged("tag:yaml.org,2002:int", "5")).toEqual(int(5));
    expect(tagged("tag:yaml.org,2002:int", "five")).toEqual({ type: "string", value: "five" });
    expect(tagged("tag:yaml.org,2002:str", "5")).toEqual({ type: "string", value: "5" });
    expect(tagged("tag:yaml.org,2002:bool", "yes")).toEqual(flag(true));
    expect(tagged("tag:yaml.org,2002:null", "")).toEqual(none);
    expect(tagged("tag:yaml.org,2002:int", "0x10")).toEqual(int(16));
    expect(tagged("!include", "5")).toEqual({ type: "string", value: "5" });
  });
});
