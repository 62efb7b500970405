import { expect, it } from "vitest";
import { formatClass, kindClass } from "../../../../server/science/backtest/formatClass.ts";
import { format, formats } from "../known.ts";

const run = (weights: string, activations: string, backward: string) => ({
  ...formats(weights, activations),
  backward: format(backward),
});

it("The formats of a run are named without their scaling, those of the passes apart", () => {
  expect(formatClass(run("int4:channel", "int4:channel", "bf16"))).toBe("INT4 W+A");
  expect(formatClass(run("int4:channel", "bf16", "bf16"))).toBe("INT4 W");
  expect(formatClass(run("ternary", "int8:channel", "bf16"))).toBe("Ternary (1.58 bit) W, INT8 A");
  expect(formatClass(run("mxfp4", "mxfp4", "mxfp4"))).toBe("MXFP4 W+A, backward MXFP4");
  expect(formatClass(run("bf16", "bf16", "nvfp4"))).toBe("backward NVFP4");
  expect(formatClass(run("bf16", "bf16", "bf16"))).toBe("16 bits");
  expect(kindClass(run("fp8_e4m3:tensor", "fp8_e4m3:tensor", "fp8_e5m2"))).toBe("float W+A, backward float");
});
