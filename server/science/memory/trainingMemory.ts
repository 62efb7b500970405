import { float } from "../formats/ElementFormat.ts";
import { type NumberFormat, SIXTEEN_BIT } from "../formats/NumberFormat.ts";
import { type OptimizerStates, optimizerStates } from "./optimizerStates.ts";

const FP32: NumberFormat = { ...float(8, 23), name: "fp32", label: "FP32", effectiveBits: 32 };

/** What a run keeps for its parameters, as far as it is known. */
export interface TrainedState {
  /** All parameters, those of every expert among them. */
  readonly parameters: number;
  readonly nonEmbeddingParameters?: number;
  /** Format of the operands of the matrix products. */
  readonly weights?: NumberFormat;
  /** Format in which gradients are accumulated. */
  readonly gradients?: NumberFormat;
  readonly masterWeights?: NumberFormat;
  readonly optimizerState?: NumberFormat;
  readonly states?: OptimizerStates;
}

/** The parts of a run's memory, in the order in which they are shown. */
export const MEMORY_PARTS = ["weights", "gradients", "masterWeights", "optimizerState"] as const;

export type MemoryPart = (typeof MEMORY_PARTS)[number];

/** Bytes of one part. */
export interface PartMemory {
  readonly part: MemoryPart;
  readonly format: NumberFormat;
  /** Numbers for each parameter: the optimizer's states, else 1. */
  readonly copies: number;
  readonly bytes: number;
}

/** Memory of a run that all its accelerators share; without activations, buffers and fragmentation. */
export interface TrainingMemory {
  readonly parameters: number;
  readonly parts: readonly PartMemory[];
  /** Parts about which too little is known. */
  readonly unknown: readonly MemoryPart[];
  /** Of the parts that are known. */
  readonly bytes: number;
}

/**
 * Bytes of weights, gradients, master weights and optimizer state: parameters × numbers a parameter × bits / 8, with each
 * format's share of the scales of its blocks. Master weights in the format of the weights are the weights themselves.
 * A part whose format or number of states is not known has no bytes.
 */
export function trainingMemory(state: TrainedState): TrainingMemory {
  const { parameters, weights, masterWeights } = state;
  const isOneCopy = weights !== undefined && weights.name === masterWeights?.name;
  const wanted = MEMORY_PARTS.filter((part) => !(isOneCopy && part === "masterWeights"));
  const found = wanted.map((part) => ({ part, memory: partMemory(part, state) }));
  const parts = found.flatMap(({ memory }) => memory ?? []);
  return {
    parameters,
    parts,
    unknown: found.flatMap(({ part, memory }) => (memory === undefined ? [part] : [])),
    bytes: parts.reduce((total, { bytes }) => total + bytes, 0),
  };
}

function partMemory(part: MemoryPart, state: TrainedState): PartMemory | undefined {
  const copies = part === "optimizerState" ? statesOf(state) : 1;
  // Without any state it has no format to know.
  const format = state[part] ?? (copies === 0 ? state.masterWeights : undefined);
  if (format === undefined || copies === undefined) return undefined;
  return { part, format, copies, bytes: bytesOf(state.parameters, format) * copies };
}

/** Numbers a parameter, the mean over matrices and embeddings where these have other optimizers. */
function statesOf({ states, parameters, nonEmbeddingParameters }: TrainedState): number | undefined {
  if (states?.others === undefined || states.others === states.states) return states?.states;
  if (nonEmbeddingParameters === undefined) return undefined;
  const share = nonEmbeddingParameters / parameters;
  return states.states * share + states.others * (1 - share);
}

export const MIXED_PRECISION_SOURCE = "Rajbhandari et al. 2020, ZeRO, arXiv 1910.02054, Sec. 3.1";

/**
 * The usual mixed precision with Adam: weights and gradients in 16 bits, master weights and two states in 32, which are
 * 2 + 2 + 4 + 8 = 16 bytes a parameter (`MIXED_PRECISION_SOURCE`).
 */
export function mixedPrecision(parameters: number): TrainingMemory {
  const states = optimizerStates("adam");
  return trainingMemory({
    parameters,
    weights: SIXTEEN_BIT,
    gradients: SIXTEEN_BIT,
    masterWeights: FP32,
    optimizerState: FP32,
    ...(states ? { states } : {}),
  });
}

/** Bytes of so many numbers in a format, with the scales of its blocks: 4.5 bits each for NVFP4. */
export function bytesOf(count: number, { effectiveBits }: NumberFormat): number {
  return (count * effectiveBits) / 8;
}
