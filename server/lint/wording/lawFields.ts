import { formatQuantity } from "../../config/run/quantity.ts";
import { isPublished } from "../../science/lawFiles/publishedLaws.ts";
import type { FittedRange, Law, LawFile, LawTensor } from "../../science/laws/Law.ts";

const TRUST: Readonly<Record<LawFile["trust"], string>> = {
  A: "primary text or authors' code",
  B: "relayed word for word",
  C: "second hand",
  own: "fitted on one's own runs",
};

const TENSORS: Readonly<Record<LawTensor, string>> = {
  weights: "weights",
  activations: "activations",
  kvCache: "KV cache",
  gradients: "gradients",
};

const VARIABLES: Readonly<Record<string, string>> = {
  parameters: "parameters",
  tokens: "tokens",
  tokensPerParameter: "tokens per parameter",
  bits: "bits",
  exponent: "exponent bits",
  mantissa: "mantissa bits",
  block: "block size",
};

/** `A, primary text or authors' code`. */
export function trustText(law: Law): string {
  const { trust } = law.file;
  if (trust === "own" && isPublished(law)) return "own, fitted by Bitlaw on published measurements";
  return `${trust}, ${TRUST[trust]}`;
}

/** What the law's N counts: `parameters without embeddings`. */
export function countText({ counts }: LawFile): string {
  return counts === "nonEmbeddingParameters" ? "parameters without embeddings" : "all parameters";
}

/** The quantized tensors of the fitted runs; `none` for a baseline. */
export function tensorsText({ tensors }: LawFile): string {
  return tensors.length === 0 ? "none" : tensors.map((tensor) => TENSORS[tensor]).join(", ");
}

/** `parameters 40.9M–679M, tokens 10.5B–105B`. */
export function domainText({ domain }: LawFile): string {
  return Object.entries(domain)
    .map(([variable, range]) => `${VARIABLES[variable] ?? variable} ${rangeText(variable, range)}`)
    .join(", ");
}

function rangeText(variable: string, [minimum, maximum]: FittedRange): string {
  const large = variable === "parameters" || variable === "tokens";
  const text = (value: number) => (large ? formatQuantity(value) : String(value));
  return `${text(minimum)}–${text(maximum)}`;
}

/** Where the law comes from: `published`, or `this project`. */
export function originText(law: Law): string {
  return isPublished(law) ? "published" : "this project";
}
