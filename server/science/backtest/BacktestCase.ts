import type { LawInputs } from "../laws/Law.ts";
import type { NamedBaseline } from "./baselinesOf.ts";

/** A measurement with the inputs for a law, to compare its prediction with the measured value. */
export interface BacktestCase {
  /** The question without N, which each law counts its own way. */
  readonly inputs: Omit<LawInputs, "parameters" | "tokens">;
  /** Training tokens, where they are known. */
  readonly tokens?: number;
  /** All parameters, and those without embeddings where they are known. */
  readonly parameters: number;
  readonly nonEmbeddingParameters?: number;
  /** Nats per token. */
  readonly measured: number;
  /** `measured` is an upper bound: what was measured is at most that. */
  readonly isBound?: true;
  /** The largest error of `measured` by rounding. */
  readonly rounding: number;
  /** The model that was measured; cases of one model may be anchors of each other. Undefined where not known. */
  readonly model?: string;
  /** The family of a quantized model, the lab of a training run: a law is evaluated by a fit without it, if it has one. */
  readonly family?: string;
  /** The text that was measured on, and the context. */
  readonly evaluation?: string;
  /** 16-bit loss over N and D in the case's own source, for laws that give effective parameters and no ΔL. */
  readonly baseline?: NamedBaseline;
  /** What groups of cases are made by: `method` → "gptq". */
  readonly traits: Readonly<Record<string, string>>;
}

/** The cases of a table, and how many of its rows give no case, by reason. */
export interface BacktestCases {
  readonly cases: readonly BacktestCase[];
  readonly skipped: Readonly<Record<string, number>>;
}

/** Turns measurements into cases; `caseOf` says in words why one gives none. */
export function casesOf<T>(
  measurements: readonly T[],
  caseOf: (measurement: T) => BacktestCase | string,
): BacktestCases {
  const cases: BacktestCase[] = [];
  const skipped: Record<string, number> = {};
  for (const measurement of measurements) {
    const result = caseOf(measurement);
    if (typeof result !== "string") cases.push(result);
    else skipped[result] = (skipped[result] ?? 0) + 1;
  }
  return { cases, skipped };
}

/** Decades of a size: "1e9 to 1e10". */
export function decade(value: number): string {
  const exponent = Math.floor(Math.log10(value));
  return `1e${exponent} to 1e${exponent + 1}`;
}
