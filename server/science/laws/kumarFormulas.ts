import type { LawFile } from "./Law.ts";
import { lawConstants } from "./lawConstants.ts";

const symbols = [
  "A",
  "alpha",
  "B",
  "beta",
  "E",
  "gamma_w",
  "n_w",
  "gamma_a",
  "n_a",
  "gamma_kv",
  "n_kv",
  "C_T",
  "gamma_D",
  "gamma_N",
  "gamma",
  "b",
  "C_w",
  "C_a",
  "C_kv",
] as const;
/** Constants of Kumar et al. 2024, Table 2, and C_w, C_a, C_kv, which the paper leaves unpublished. */
export type KumarConstants = Readonly<Record<(typeof symbols)[number], number>>;

/** Bits of the three quantized tensors in training: P_w, P_a, P_kv. */
export interface TrainingBits {
  readonly weights: number;
  readonly activations: number;
  readonly kvCache: number;
}

/** f_w, f_a, f_kv and their product. */
export interface EffectiveFactor extends TrainingBits {
  /** Neff/N. 0 where a factor is not positive: no parameters are left and the run is predicted to diverge. */
  readonly ratio: number;
}

/** The constants of a law file of the form "kumar". */
export function kumarConstants(file: LawFile): KumarConstants {
  return lawConstants(file, symbols);
}

/** The same bits for weights, activations and KV cache. */
export function equalBits(bits: number): TrainingBits {
  return { weights: bits, activations: bits, kvCache: bits };
}

/**
 * f_x(P) = 1 − exp(−P/γ_x + n_x) per tensor and Neff/N = f_w·f_a·f_kv; neither depends on N or D.
 * Kumar et al. 2024, Eq. 4 with the offsets of Appendix K.
 */
export function effectiveFactor(c: KumarConstants, bits: TrainingBits): EffectiveFactor {
  const weights = 1 - Math.exp(-bits.weights / c.gamma_w + c.n_w);
  const activations = 1 - Math.exp(-bits.activations / c.gamma_a + c.n_a);
  const kvCache = 1 - Math.exp(-bits.kvCache / c.gamma_kv + c.n_kv);
  const positive = Math.min(weights, activations, kvCache) > 0;
  return { weights, activations, kvCache, ratio: positive ? weights * activations * kvCache : 0 };
}

/** The tensors whose factor is not positive: the reason why a run is predicted to diverge. */
export function divergingTensors(c: KumarConstants, bits: TrainingBits): readonly (keyof TrainingBits)[] {
  const factor = effectiveFactor(c, bits);
  return (["weights", "activations", "kvCache"] as const).filter((tensor) => factor[tensor] <= 0);
}

/**
 * L = A·Neff^−α + B·D^−β + E, nats per token, without quantization after training. Kumar et al. 2024, Eq. 11.
 * Infinite where Neff is 0.
 */
export function kumarLoss(c: KumarConstants, effectiveParameters: number, tokens: number): number {
  return c.A * effectiveParameters ** -c.alpha + c.B * tokens ** -c.beta + c.E;
}

/**
 * Π_x [1 − exp(−C_x·(P_x − Ppost))] over the three tensors: how much of the quantization loss remains after training
 * in few bits. 0 when Ppost ≥ P_w. Kumar et al. 2024, Eq. 9. A factor of a tensor trained in at most Ppost bits is
 * cut at 0, where the product would change sign.
 */
export function quantizationSensitivity(
  c: KumarConstants,
  training: TrainingBits,
  postTrainingBits: number,
): number {
  if (postTrainingBits >= training.weights) return 0;
  const remaining = (constant: number, bits: number) =>
    Math.max(0, 1 - Math.exp(-constant * (bits - postTrainingBits)));
  return (
    remaining(c.C_w, training.weights) *
    remaining(c.C_a, training.activations) *
    remaining(c.C_kv, training.kvCache)
  );
}

/**
 * δPTQ = C_T·exp(−Ppost/γ + b)·D^γD/Neff^γN · Π_x [1 − exp(−C_x·(P_x − Ppost))], nats per token.
 * Kumar et al. 2024, Eq. 9 with the offset of Appendix K; `sensitivity` is the product over x, 1 for an ideal 16-bit run.
 */
export function quantizationPenalty(
  c: KumarConstants,
  run: {
    readonly effectiveParameters: number;
    readonly tokens: number;
    readonly postTrainingBits: number;
    readonly sensitivity: number;
  },
): number {
  const overtraining = run.tokens ** c.gamma_D / run.effectiveParameters ** c.gamma_N;
  return c.C_T * Math.exp(-run.postTrainingBits / c.gamma + c.b) * overtraining * run.sensitivity;
}

/**
 * D_crit = [β·B·N^γN·exp(Ppost/γ − b)/(γ_D·C_T)]^(1/(γ_D+β)), the tokens past which more data raises the loss after
 * quantization. Kumar et al. 2024, Eq. 13 with the offset b of Appendix K; N is Neff for a run trained in few bits.
 * `sensitivity` (see `quantizationSensitivity`) scales C_T; infinite where it is 0.
 */
export function quantizationCriticalTokens(
  c: KumarConstants,
  run: {
    readonly effectiveParameters: number;
    readonly postTrainingBits: number;
    readonly sensitivity?: number;
  },
): number {
  const gain = c.beta * c.B * run.effectiveParameters ** c.gamma_N;
  const harm = c.gamma_D * c.C_T * Math.exp(-run.postTrainingBits / c.gamma + c.b) * (run.sensitivity ?? 1);
  return (gain / harm) ** (1 / (c.gamma_D + c.beta));
}
