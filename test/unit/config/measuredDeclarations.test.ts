import { describe, expect, it } from "vitest";
import { configOf, coveredBy } from "./runOf.ts";

const CONFIG =
  "base_model: meta-llama/Llama-2-7b-hf\nmicro_batch_size: 2\nsequence_len: 2048\ndatasets: []\n";
const measured = (comment: string) => configOf(`# bitlaw: ${comment}\n${CONFIG}`);

describe("a measured degradation", () => {
  it("has a method, a format and the nats that it cost", () => {
    const [fact] = measured("measured=gptq:int4:g128:+0.032").run.measured;
    expect(fact).toMatchObject({
      value: { method: "gptq", quantization: { name: "int4:g128" }, delta: 0.032, source: "declared" },
      provenance: "declared",
      how: "declared `measured=gptq:int4:g128:+0.032`",
    });
  });

  it("may leave the method out, and may be a gain", () => {
    const [fact] = measured("measured=int8:channel:-0.001").run.measured;
    expect(fact?.value).toMatchObject({ quantization: { name: "int8:channel" }, delta: -0.001 });
    expect(fact?.value.method).toBeUndefined();
  });

  it("counts every time that it occurs, with its own place", () => {
    const config = measured("measured=rtn:int4:+0.2 measured=awq:nf4:+1.5e-2\n# bitlaw: measured=int3:−0");
    expect(config.run.measured.map(({ value }) => value.delta)).toEqual([0.2, 0.015, -0]);
    expect(
      coveredBy(
        config,
        config.run.measured.flatMap(({ at }) => at),
      ),
    ).toEqual(["rtn:int4:+0.2", "awq:nf4:+1.5e-2", "int3:−0"]);
    expect(config.declarationProblems).toEqual([]);
  });

  it.each<[string, string, RegExp, string | undefined]>([
    ["gptqq:int4:g128:+0.03", "gptqq", /^`gptqq` is not a method of quantization \(rtn, gptq, /, "gptq"],
    ["gptq:+0.03", "gptq", /^`gptq` has no format|^`gptq` is not/, undefined],
    ["+0.03", "+0.03", /^`\+0\.03` has no format/, undefined],
    ["gptq:int44:+0.03", "gptq:int44", /^`int44` is not a number format/, undefined],
    ["bf16:+0.03", "bf16", /^BF16 is not a quantization/, undefined],
    ["gptq:int4:g128", "gptq:int4:g128", /does not end with a number/, undefined],
    ["gptq:int4:5.68", "5.68", /^`5\.68` has no sign; for perplexities, .*ln\(perplexity after/, undefined],
    ["gptq:int4:ppl5.68", "gptq:int4:ppl5.68", /is a perplexity: the difference is ln\(/, undefined],
    ["gptq:int4:+25", "+25", /^\+25 nats is more than any model can lose \(20\)/, undefined],
    ["", "", /^`measured` has no value/, undefined],
  ])("says what is wrong with %j, and how it is written", (text, covers, message, suggestion) => {
    const config = measured(`measured=${text}`);
    const [problem, ...more] = config.declarationProblems;
    expect(more).toEqual([]);
    expect(config.run.measured).toEqual([]);
    expect(problem?.message).toMatch(message);
    expect(problem?.message).toContain("expected `[method:]format:±nats`");
    expect(coveredBy(config, problem ? [problem.span] : [])).toEqual([covers]);
    expect(problem?.suggestions[0]).toBe(suggestion);
  });
});
