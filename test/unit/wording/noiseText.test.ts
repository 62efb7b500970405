import { expect, test } from "vitest";
import { factNoise, noiseText } from "../../../server/lint/wording/noiseText.ts";
import { parseNumberFormat } from "../../../server/science/formats/parseNumberFormat.ts";

function noiseOf(name: string): string | undefined {
  const format = parseNumberFormat(name);
  return format && noiseText(format);
}

test.each([
  ["int4:channel", "SQNR 19.4 dB on Gaussian weights (MSE-optimal scale per channel)"],
  ["int2", "SQNR 9.3 dB on Gaussian weights (MSE-optimal scale)"],
])("%s says the figure of Max 1960 and how its scale is set", (name, text) => {
  expect(noiseOf(name)).toBe(text);
});

test.each([
  ["mxfp4", "(block 32, E8M0 scale)"],
  ["nvfp4", "(block 16, E4M3 scale)"],
  ["nf4", "(block 64, absmax scale)"],
  ["fp8_e4m3:block128", "(block 128×128, absmax scale)"],
  ["int4:g128", "(group 128, min-max scale)"],
])("%s says how its blocks are scaled", (name, ending) => {
  expect(noiseOf(name)?.endsWith(ending)).toBe(true);
});

test.each(["bf16", "fp8", "bnb_fp4"])("%s says nothing", (name) => {
  expect(noiseOf(name)).toBeUndefined();
});

test("activations and numbers say nothing, for they are not Gaussian weights", () => {
  const fact = { value: parseNumberFormat("mxfp4"), provenance: "stated", how: "", at: [] } as const;
  expect(factNoise("quantization", fact)).toBeDefined();
  expect(factNoise("activations", fact)).toBeUndefined();
  expect(factNoise("weights", { ...fact, value: 4 })).toBeUndefined();
});
