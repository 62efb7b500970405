import { tokensForCompute, trainingCompute } from "../../science/laws/trainingCompute.ts";
import { declarationPlaceText } from "./declarations.ts";
import { declarationOf, type RunSources } from "./factReader.ts";
import { formatCompute, formatQuantity, LARGEST_COUNT } from "./quantity.ts";
import type { Fact, Facts, TrainingRun } from "./TrainingRun.ts";

/** A budget counts FLOP whatever their format is, which is 6·N·D: 2 forward and 4 backward per parameter and token. */
const BUDGET_BITS = 16;

/** The compute of a run, C = 6·N·D, with its two factors. */
export interface TrainingFlop {
  readonly value: number;
  /** N: of a mixture of experts the active ones. */
  readonly parameters: Fact<number>;
  readonly tokens: Fact<number>;
  /** `6 × 409M parameters × 21B tokens = 5.15e19 FLOP`. */
  readonly shown: string;
}

/** C = 6·N·D of a run that trains; undefined where one of the counts is not known. */
export function trainingFlop({
  facts,
  missing,
}: Pick<TrainingRun, "facts" | "missing">): TrainingFlop | undefined {
  const counted = parametersPerToken({ facts, missing });
  const { tokens, stage } = facts;
  if (counted === undefined || tokens === undefined || stage?.value === "quantize") return undefined;
  const value = trainingCompute(counted.fact.value, tokens.value, BUDGET_BITS);
  const shown = `6 × ${counted.shown} × ${formatQuantity(tokens.value)} tokens = ${formatCompute(value)} FLOP`;
  return { value, parameters: counted.fact, tokens, shown };
}

/** D = C/(6·N), rounded down: the tokens that a budget allows. */
export function tokensWithin(budget: number, parameters: number): number {
  return Math.floor(tokensForCompute(budget, parameters, BUDGET_BITS));
}

/**
 * The run with the compute budget that is declared for it. Of a pre-training run whose tokens nothing else says it gives
 * them; where they are known, it says which share of the budget they use.
 */
export function withComputeBudget(run: TrainingRun, sources: RunSources): TrainingRun {
  const declaration = declarationOf(sources, "compute_budget");
  if (typeof declaration?.value !== "number") return run;
  const { value, valueSpan } = declaration;
  const stated = `declared \`compute_budget=${formatCompute(value)}\`${declarationPlaceText(valueSpan)}`;
  const flop = trainingFlop(run);
  const share = flop && Number(((100 * flop.value) / value).toPrecision(3));
  const how = flop ? `${stated}; ${flop.shown}, ${share} % of it` : stated;
  const computeBudget: Fact<number> = { value, provenance: "declared", how, at: [valueSpan] };
  const tokens = run.facts.tokens ?? tokensFrom(computeBudget, run);
  return {
    ...run,
    facts: { ...run.facts, ...(tokens ? { tokens } : {}), computeBudget },
    missing: tokens ? run.missing.filter(({ fact }) => fact !== "tokens") : run.missing,
  };
}

function tokensFrom(budget: Fact<number>, run: TrainingRun): Fact<number> | undefined {
  const counted = parametersPerToken(run);
  if (counted === undefined || run.facts.stage?.value !== "pretrain") return undefined;
  const value = tokensWithin(budget.value, counted.fact.value);
  if (value < 1 || value > LARGEST_COUNT) return undefined;
  const { tolerance, at } = counted.fact;
  return {
    value,
    provenance: "derived",
    how: `compute_budget ${formatCompute(budget.value)} FLOP / (6 × ${counted.shown}) = ${formatQuantity(value)}`,
    at: [...budget.at, ...at],
    ...(tolerance === undefined ? {} : { tolerance }),
  };
}

/** N of 6·N·D. Where a mixture does not say how many experts are active, it is not known. */
function parametersPerToken({ facts, missing }: { facts: Facts; missing: TrainingRun["missing"] }) {
  const { parameters, activeParameters, nonEmbeddingParameters } = facts;
  if (activeParameters) return named(activeParameters, "active parameters");
  if (missing.some(({ fact }) => fact === "activeParameters")) return undefined;
  if (parameters) return named(parameters, "parameters");
  return nonEmbeddingParameters && named(nonEmbeddingParameters, "parameters without embeddings");
}

function named(fact: Fact<number>, label: string) {
  return { fact, shown: `${formatQuantity(fact.value)} ${label}` };
}
