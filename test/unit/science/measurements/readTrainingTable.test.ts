import { describe, expect, it } from "vitest";
import { readTrainingTable } from "../../../../server/science/measurements/readTrainingTable.ts";
import { tableOf } from "./tableOf.ts";

const read = (text: string) => readTrainingTable(tableOf(text));

describe("A table of runs in low precision", () => {
  it("needs a size, tokens, a weight format and a measurement only; the rest is 16 bits", () => {
    const { measurements, problems } = read("n_params,d_tokens,w_format,delta_loss\n1e9,2e10,MXFP4,0.05");
    expect(problems).toEqual([]);
    expect(measurements).toMatchObject([
      {
        line: 2,
        weights: { name: "mxfp4" },
        activations: { name: "bf16" },
        gradients: { name: "bf16" },
        delta: 0.05,
      },
    ]);
  });

  it("takes the scaling of each operand from the granularity", () => {
    const names = (formats: string, granularity: string) => {
      const [row] = read(
        `n_params,d_tokens,w_format,a_format,g_format,granularity,delta_loss\n1,1,${formats},${granularity},0.1`,
      ).measurements;
      return [row?.weights.name, row?.activations?.name, row?.gradients.name];
    };
    expect(names("INT4,INT4,BF16", "W per channel / A per token")).toEqual([
      "int4:channel",
      "int4:channel",
      "bf16",
    ]);
    expect(names("FP8-E4M3,FP8-E4M3,FP8-E5M2", "per tensor")).toEqual([
      "fp8_e4m3:tensor",
      "fp8_e4m3:tensor",
      "fp8_e5m2:tensor",
    ]);
    expect(names("BF16,BF16,FP4 group 128", "bwd group 128")[2]).toBe("fp4_e2m1:block128");
    expect(names("BF16,BF16,FP4", "bwd group 32 E8M0")[2]).toBe("mxfp4");
    expect(names("ternary,INT8,BF16", "W per tensor / A per token")).toEqual([
      "ternary",
      "int8:channel",
      "bf16",
    ]);
  });

  it("may lack a loss only where a flag says that there is none", () => {
    const { measurements, problems } = read(
      "n_params,d_tokens,w_format,loss_lowp,loss_ref,flag\n1,1,fp8,,,bound\n1,1,fp8,,,\n1,1,fp8,2.5,2.4,",
    );
    expect(problems).toMatchObject([{ line: 3, column: "loss_lowp" }]);
    expect(measurements.map(({ line }) => line)).toEqual([2, 4]);
    expect(measurements[1]?.delta).toBeCloseTo(0.1, 12);
  });

  it("takes a percentage of a base loss, and keeps a bound as one", () => {
    const { measurements, problems } = read(
      "n_params,d_tokens,w_format,relative_error,base_loss,base_from,flag\n1,1,fp8,0.5,2,assumed,\n1,1,fp8,0.5,2,assumed,bound\n1,1,fp8,0.5,,,\n1,1,fp8,0.5,,,approx",
    );
    expect(problems).toMatchObject([
      { line: 4, message: expect.stringContaining("relative_error and base_loss") },
    ]);
    // 0.5 % of 2 nats = 0.01.
    expect(measurements.map(({ delta, bound }) => [delta, bound])).toEqual([
      [0.01, undefined],
      [undefined, 0.01],
      [undefined, undefined],
    ]);
    expect(measurements[0]?.base).toEqual({ loss: 2, from: "assumed" });
  });

  it("may state recipe, wide layers, backward operands and whose run it is", () => {
    const { measurements, problems } = read(
      "n_params,d_tokens,w_format,delta_loss,dgrad,wgrad,wide_share,recipe,architecture,n_params_active,lab,grade\n1e9,1,nvfp4,0.1,G,none,0.15,stochastic-rounding 2d-scales,moe,1e8,own,A\n1e9,1,nvfp4,0.1,,,,none,,,,",
    );
    expect(problems).toEqual([]);
    expect(measurements[0]).toMatchObject({
      backwardOperands: { dgrad: ["G"], wgrad: [] },
      wideShare: 0.15,
      recipe: ["stochastic-rounding", "2d-scales"],
      architecture: "moe",
      activeParameters: 1e8,
      lab: "own",
      grade: "A",
    });
    expect(measurements[1]).toMatchObject({ recipe: [] });
    expect(measurements[1]?.backwardOperands).toBeUndefined();
  });

  it("takes facts in words of its own as not stated, and reads the measurement all the same", () => {
    const { measurements, problems } = read(
      "n_params,d_tokens,w_format,delta_loss,recipe,dgrad,wgrad,loss_kind,grade\n1,1,fp8,0.1,rht sr,G A,G A,val,good",
    );
    expect(problems).toEqual([]);
    expect(measurements).toMatchObject([
      { delta: 0.1, recipe: undefined, backwardOperands: undefined, lossKind: undefined, grade: undefined },
    ]);
  });

  it.each<[string, string, string]>([
    ["wide_share", "15", "it is a share, from 0 to 1"],
    ["reference_format", "fp99", "no number format"],
  ])("names a cell of %s that says “%s”", (column, cell, message) => {
    const { problems } = read(`n_params,d_tokens,w_format,delta_loss,${column}\n1,1,fp8,0.1,${cell}`);
    expect(problems).toMatchObject([{ line: 2, column, message: expect.stringContaining(message) }]);
  });

  it("names a format that is none, and a size that is no number", () => {
    const { problems } = read("n_params,d_tokens,w_format,delta_loss\n1,1,int99,0.1\n-1,1,fp8,0.1");
    expect(problems).toMatchObject([
      { line: 2, column: "w_format", message: expect.stringContaining("int99") },
      { line: 3, column: "n_params" },
    ]);
  });
});
