import type { BacktestCase } from "../../../../server/science/backtest/BacktestCase.ts";
import { SIXTEEN_BIT } from "../../../../server/science/formats/NumberFormat.ts";
import { parseNumberFormat } from "../../../../server/science/formats/parseNumberFormat.ts";
import type { Law, LawInputs, Prediction } from "../../../../server/science/laws/Law.ts";
import { law } from "../known.ts";

/** A law of quantization that predicts what a function says; everything else is as in a published one. */
export function fakeLaw(predict: (inputs: LawInputs) => Partial<Prediction>): Law {
  const { file } = law("kumar-2024");
  return {
    file: { ...file, name: "fake", counts: "parameters" },
    applicability: ({ quantization }) =>
      quantization === undefined ? { applies: false, because: "quantization only" } : { applies: true },
    predict: (inputs) => ({
      law: "fake",
      diverges: false,
      terms: [],
      domain: { inside: true, factors: {} },
      caveats: [],
      ...predict(inputs),
    }),
  };
}

/** A case of a model with so many parameters, in INT4 with one scale a row. */
export function caseOf(parameters: number, measured: number, more: Partial<BacktestCase> = {}): BacktestCase {
  const quantization = parseNumberFormat("int4:channel");
  return {
    inputs: { weights: SIXTEEN_BIT, activations: SIXTEEN_BIT, kvCache: SIXTEEN_BIT, quantization },
    tokens: 1e12,
    parameters,
    measured,
    rounding: 0,
    traits: {},
    ...more,
  };
}
