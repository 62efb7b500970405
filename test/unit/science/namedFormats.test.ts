import { describe, expect, it } from "vitest";
import {
  FLOAT_FORMATS,
  INTEGER_FORMATS,
  QUANTIZATION_FORMATS,
  WIDER_FORMATS,
} from "../../../server/lint/assessment/standardFormats.ts";
import { namedFormats } from "../../../server/science/formats/namedFormats.ts";
import { parseNumberFormat } from "../../../server/science/formats/parseNumberFormat.ts";

const names = (formats: readonly { readonly name: string }[]) => formats.map(({ name }) => name);

describe("The table of named formats", () => {
  it.each(namedFormats)("gives $name back by its name and by each of its other spellings", (one) => {
    for (const spelling of [one.name, ...(one.aliases ?? [])]) {
      const { name, label, bits, scaling } = parseNumberFormat(spelling) ?? {};
      expect({ name, label, bits, scaling }).toEqual({
        name: one.name,
        label: one.label,
        bits: one.element.bits,
        scaling: one.scaling,
      });
    }
  });

  it("gives no spelling to two formats", () => {
    const spellings = namedFormats.flatMap(({ name, aliases = [] }) => [name, ...aliases]);
    expect(new Set(spellings).size).toBe(spellings.length);
  });

  it("fixes the block of the microscaling formats and of NVFP4 only", () => {
    const fixed = names(namedFormats.filter(({ fixedBlock }) => fixedBlock)).toSorted();
    expect(fixed).toEqual(["mxfp4", "mxfp6", "mxfp6_e2m3", "mxfp8", "mxfp8_e5m2", "mxint8", "nvfp4"]);
  });
});

describe("The formats that tables show", () => {
  it("go from wide to narrow, with BF16 first in training", () => {
    expect(names(FLOAT_FORMATS)).toEqual([
      ...["bf16", "fp8_e4m3:tensor", "fp8_e4m3:block128", "mxfp8", "mxfp6", "nvfp4", "mxfp4"],
    ]);
    expect(names(INTEGER_FORMATS)).toEqual(["bf16", "int8", "int6", "int5", "int4"]);
    expect(names(QUANTIZATION_FORMATS)).toEqual(["int8", "int6", "int5", "int4", "int3", "int2"]);
  });

  it("in the place of a narrower one go from narrow to wide", () => {
    expect(WIDER_FORMATS.filter(({ kind }) => kind === "integer").map(({ name }) => name)).toEqual([
      "int4",
      "int8",
    ]);
    expect(WIDER_FORMATS.filter(({ kind }) => kind === "float").map(({ name }) => name)).toEqual([
      "fp8_e4m3",
      "bf16",
    ]);
  });
});
