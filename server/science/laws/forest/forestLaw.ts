import { isSixteenBitOrWider } from "../../formats/NumberFormat.ts";
import { domainStatus, requireSizes } from "../domainStatus.ts";
import type { Applicability, Law, LawFile, LawFormats, LawInputs, Prediction } from "../Law.ts";
import { predictForest } from "./predictForest.ts";
import { QUANTIZATION_FEATURES, quantizationFeatures } from "./quantizationFeatures.ts";

export const forestFormula: readonly string[] = [
  "ln ΔL = mean over the trees of the value of the leaf that N, D, bits, group, method and SQNR lead to",
];

/**
 * A Xu-style forest: the degradation by quantization of the weights after training, as a difference only.
 * @throws RangeError if the file has no forest, or one with other features or broken trees.
 */
export function forestLaw(file: LawFile): Law {
  const { forest } = file;
  if (forest === undefined || forest.features.join() !== QUANTIZATION_FEATURES.join()) {
    throw new RangeError(
      `Law "${file.name}" (form "forest") needs a forest with the features ${QUANTIZATION_FEATURES.join(", ")}. Fit it again.`,
    );
  }
  const predictLog = predictForest(forest);
  return { file, applicability, predict: (inputs) => predict(file, predictLog, inputs) };
}

function applicability({ weights, activations, kvCache, quantization }: LawFormats): Applicability {
  if (quantization === undefined || isSixteenBitOrWider(quantization)) {
    return { applies: false, because: "speaks about quantization of the weights after training only" };
  }
  const narrow = [weights, activations, kvCache].find((format) => !isSixteenBitOrWider(format));
  return narrow === undefined
    ? { applies: true }
    : { applies: false, because: `fitted on models in 16 bits; this one has ${narrow.label}` };
}

function predict(
  file: LawFile,
  predictLog: (values: readonly number[]) => number,
  inputs: LawInputs,
): Prediction {
  requireSizes(inputs);
  const { parameters, tokens, quantization, method } = inputs;
  if (quantization === undefined) {
    throw new RangeError("A forest needs the format of the quantized weights; ask for applicability first.");
  }
  const model = { parameters, tokens, format: quantization, methodClass: method };
  const delta = Math.exp(predictLog(quantizationFeatures(model)));
  const { scaling } = quantization;
  return {
    law: file.name,
    diverges: false,
    terms: [{ name: "postTrainingQuantization", value: delta }],
    delta,
    domain: domainStatus(file.domain, {
      parameters: [parameters],
      tokens: [tokens],
      bits: [quantization.bits],
      block: scaling?.granularity === "block" ? [scaling.size] : [],
    }),
    caveats: [
      "Xu-style: a random forest, which repeats what was measured nearby and does not extrapolate",
      ...(method === undefined
        ? ["The quantization method is not known; the forest takes it as unknown"]
        : []),
    ],
  };
}
