/** a of ln S_opt = ln S − a/ln S, with S in tokens per byte of the weights: Dremov et al. 2025, arXiv 2509.22935, fitted to 757 runs. */
const A = 6.7297;

/** What the fitted runs had. */
const FITTED = { parameters: [86e6, 2.2e9], tokens: [2.3e9, 1.4e12], bits: [1, 6] } as const;

/** The share of a run's tokens that quantization-aware training should have. */
export interface QuantizationAwareShare {
  /** 0 to 1. */
  readonly share: number;
  /** Whether the run is inside of what was fitted. */
  readonly inside: boolean;
}

/**
 * The share of the tokens with which 16-bit training and then quantization-aware training of the weights end lowest, at the
 * same number of tokens in all: f = e^(ln S − a/ln S)/S with S = D/(N·bits/8). Mean absolute error 0.091. Undefined for a
 * run of at most one token a byte.
 */
export function quantizationAwareShare(
  run: Readonly<Record<keyof typeof FITTED, number>>,
): QuantizationAwareShare | undefined {
  const tokensPerByte = run.tokens / ((run.parameters * run.bits) / 8);
  if (!(tokensPerByte > 1)) return undefined;
  const lnS = Math.log(tokensPerByte);
  const inside = (Object.keys(FITTED) as (keyof typeof FITTED)[]).every(
    (name) => run[name] >= FITTED[name][0] && run[name] <= FITTED[name][1],
  );
  return { share: Math.exp(lnS - A / lnS) / tokensPerByte, inside };
}
