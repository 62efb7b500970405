import { expect, it } from "vitest";
import { methodClass } from "../../../../server/science/measurements/methodClass.ts";

it("The class of a method follows from the name that papers give it", () => {
  const classes: Readonly<Record<string, string | undefined>> = {
    RTN: "rtn",
    "bitsandbytes nf4-double_quant": "rtn",
    int8wo: "rtn",
    "llama.cpp Q4_0": "rtn",
    "llama.cpp Q4_K_M": undefined,
    GPTQ: "gptq",
    "GPTQ-actorder-trueseq": "gptq",
    "int4wo-64-GPTQ": "gptq",
    AWQ: "awq",
    OmniQuant: "learned",
    "AutoRound iters=1K": "learned",
    EfficientQAT: "tuned",
    SpQR: undefined,
    QuaRot: undefined,
    SpinQuant: undefined,
    SmoothQuant: undefined,
    BiLLM: undefined,
  };
  for (const [name, expected] of Object.entries(classes))
    expect([name, methodClass(name)]).toEqual([name, expected]);
});
