import { describe, expect, it } from "vitest";
import { publishedText } from "../../../server/lint/wording/measuredText.ts";
import { assessed, quantizedBase } from "./quantizedBase.ts";

const measured = (text: string) => assessed(text).measured.flatMap(({ results }) => results);
const predicted = (text: string) => {
  const law = assessed(text).laws.find((one) => one.law.file.name === "bitlaw-ptq");
  if (!law?.applies) throw new Error(law?.because ?? "no such law");
  return law.prediction;
};

describe("published results of the run's own base model", () => {
  it("are those in its setting: rounding to 4 bits in groups of about 64", () => {
    const results = measured(quantizedBase("meta-llama/Llama-2-7b-hf"));
    expect(results.length).toBeGreaterThan(0);
    for (const { model, methodClass, bits, group } of results) {
      expect([model, methodClass, bits]).toEqual(["LLaMA-2-7B", "rtn", 4]);
      expect([32, 64, 128]).toContain(group);
    }
  });

  it("are told with model, setting, loss and source", () => {
    const gptq = `# bitlaw: quantization=int4:g128 method=gptq stage=quantize\n`;
    const texts = measured(
      quantizedBase("meta-llama/Llama-2-7b-hf", gptq).replace("load_in_4bit: true\n", ""),
    ).map(publishedText);
    // Perplexity 5.61 against 5.47: ln(5.61/5.47) = 0.0253.
    expect(texts).toContainEqual(
      expect.stringMatching(/^LLaMA-2-7B, GPTQ 4 bit g128: \+0\.025 nats, WikiText2, .*OmniQuant.*, .+/),
    );
  });

  it("are not those of the model that a chat model was tuned from, nor of a model of another size", () => {
    expect(measured(quantizedBase("meta-llama/Llama-2-13b-chat-hf"))).toEqual([]);
    expect(measured(quantizedBase("mistralai/Mistral-7B-v0.1"))).toEqual([]);
  });

  it("anchor the prediction: it moves towards them, and its interval narrows", () => {
    const known = predicted(quantizedBase("meta-llama/Llama-2-7b-hf"));
    const unknown = predicted(
      quantizedBase("somebody/else-7b", "# bitlaw: non_embedding_parameters=6.48B pretraining_tokens=2T\n"),
    );
    const width = ({ interval }: typeof known) => Math.log((interval?.high ?? 0) / (interval?.low ?? 1));
    expect(width(known)).toBeLessThan(width(unknown) / 1.3);
    // AWQ, Table 4, and OmniQuant, Table 1, for RTN in groups of 128: ln(5.73/5.47) = 0.0464, ln(5.72/5.47) = 0.0447.
    expect(Math.abs(Math.log((known.delta ?? 0) / 0.0455))).toBeLessThan(Math.log(1.25));
    expect(known.caveats.join()).toMatch(/Anchored by \d+ measurements of this model/);
  });

  it("give way to nothing: a declared measurement counts beside them", () => {
    const anchored = predicted(
      quantizedBase(
        "somebody/else-7b",
        "# bitlaw: non_embedding_parameters=6.48B pretraining_tokens=2T measured=rtn:nf4:+0.2\n",
      ),
    );
    const plain = predicted(
      quantizedBase("somebody/else-7b", "# bitlaw: non_embedding_parameters=6.48B pretraining_tokens=2T\n"),
    );
    expect(anchored.delta).toBeGreaterThan(1.5 * (plain.delta ?? 0));
    expect(anchored.delta).toBeLessThan(0.2);
  });
});
