import { describe, expect, it } from "vitest";
import { readDeclarations } from "../../../server/config/run/declarations.ts";
import { covered, documentOf } from "./parsed.ts";

function read(comment: string) {
  const document = documentOf(`a: 1  # bitlaw: ${comment}\n`);
  const { declared, problems } = readDeclarations(document);
  return {
    declared: Object.fromEntries(
      Array.from(declared, ([key, { value }]) => [key, typeof value === "object" ? value.name : value]),
    ),
    problems: problems.map(({ span, message, suggestions }) => ({
      covers: covered(document, span),
      message,
      suggestions,
    })),
  };
}

describe("a bitlaw: comment", () => {
  it("declares several facts", () => {
    expect(read("world_size=64 parameters=7B tokens=1.5T").declared).toEqual({
      world_size: 64,
      parameters: 7e9,
      tokens: 1.5e12,
    });
  });

  it("declares formats, hardware and the stage in any case that they are written in", () => {
    expect(
      read("weights=BF16 activations=fp8_e4m3:block128 hardware=RTX-4090 stage=pretrain").declared,
    ).toEqual({
      weights: "bf16",
      activations: "fp8_e4m3:block128",
      hardware: "rtx4090",
      stage: "pretrain",
    });
  });

  it("declares how fast the run is against BF16", () => {
    expect(read("speedup=1.35").declared).toEqual({ speedup: 1.35 });
    expect(read("speedup=.9").declared).toEqual({ speedup: 0.9 });
    expect(read("run_noise=3e-3").declared).toEqual({ run_noise: 0.003 });
  });

  it("counts the last of two declarations of a fact", () => {
    expect(read("tokens=1T tokens=2T").declared).toEqual({ tokens: 2e12 });
  });

  it("may declare nothing", () => {
    expect(read("")).toEqual({ declared: {}, problems: [] });
  });

  it("says which key it does not know, with the likeliest ones", () => {
    const { declared, problems } = read("wold_size=8 tokens=2T");
    expect(declared).toEqual({ tokens: 2e12 });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({ covers: "wold_size" });
    expect(problems[0]?.suggestions[0]).toBe("world_size");
    expect(problems[0]?.message).toMatch(/^`wold_size` is not a fact .* Known: parameters, /);
  });

  it.each<[string, string, RegExp, string | undefined]>([
    [
      "tokens=many",
      "many",
      /^`many` is not a value for `tokens`: expected a number such as 7B or 2T\.$/,
      undefined,
    ],
    ["tokens=0", "0", /not a value/, undefined],
    ["tokens=-5", "-5", /not a value/, undefined],
    ["world_size=2.5", "2.5", /expected a whole number/, undefined],
    ["weights=bf61", "bf61", /expected a number format/, "bf16"],
    ["weights=mxin8", "mxin8", /expected a number format/, "mxint8"],
    ["hardware=h1o0", "h1o0", /expected one of v100, /, "h100"],
    ["stage=finetune", "finetune", /expected one of pretrain, fine-tune, quantize/, "fine-tune"],
    [
      "speedup=0",
      "0",
      /expected times as fast as BF16, a number above zero and at most 1000 such as 1\.35\.$/,
      undefined,
    ],
    ["speedup=-1.35", "-1.35", /above zero/, undefined],
    ["speedup=fast", "fast", /above zero/, undefined],
    ["speedup=1e9", "1e9", /above zero/, undefined],
    ["speedup=100000", "100000", /at most 1000/, undefined],
    ["run_noise=0", "0", /nats per token, a number above zero and at most 1/, undefined],
    ["run_noise=2", "2", /at most 1/, undefined],
    ["method=gptp", "gptp", /expected one of rtn, gptq, awq, learned, tuned/, "gptq"],
    ["tokens", "tokens", /^`tokens` has no value: expected a number/, undefined],
    ["tokens=", "", /^`tokens` has no value/, undefined],
  ])("says what is wrong with %j", (comment, covers, message, suggestion) => {
    const { declared, problems } = read(comment);
    expect(declared).toEqual({});
    expect(problems).toHaveLength(1);
    expect(problems[0]?.covers).toBe(covers);
    expect(problems[0]?.message).toMatch(message);
    expect(problems[0]?.suggestions[0]).toBe(suggestion);
  });

  it("is no way into the prototype", () => {
    expect(read("constructor=1 __proto__=2").declared).toEqual({});
    expect(read("constructor=1 __proto__=2").problems).toHaveLength(2);
  });
});
