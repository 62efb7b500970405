import type { LawInputs } from "../laws/Law.ts";
import type { Scope } from "./BacktestRecord.ts";
import { formatClass, kindClass } from "./formatClass.ts";

type Formats = Pick<LawInputs, "weights" | "activations" | "backward" | "quantization" | "method">;

/**
 * The sets of measurements that a question belongs to, the narrowest first: after training by method, group and bits,
 * then method and group, then bits, then all; in training by formats, then their kinds, then all. Where the method or
 * the scaling is not known, the sets that need it are left out.
 */
export function scopesOf(inputs: Formats): readonly Scope[] {
  const { quantization, method } = inputs;
  if (quantization === undefined) {
    const kinds = kindClass(inputs);
    return [
      { table: "training", kinds, formats: formatClass(inputs) },
      { table: "training", kinds },
      { table: "training" },
    ];
  }
  const { bits, scaling } = quantization;
  const group = scaling?.granularity === "block" ? "groups" : scaling?.granularity;
  const known = method !== undefined && group !== undefined;
  return [
    ...(known
      ? [{ table: "ptq", method, group, bits } as const, { table: "ptq", method, group } as const]
      : []),
    { table: "ptq", bits },
    { table: "ptq" },
  ];
}

/**
 * Bits of the narrowest operand that the question is about: of the quantized weights, else of the forward operands, else
 * of the gradients.
 */
export function narrowestBits({ quantization, weights, activations, backward }: Formats): number {
  if (quantization !== undefined) return quantization.bits;
  const forward = Math.min(weights.bits, activations.bits);
  return forward < 16 ? forward : (backward?.bits ?? forward);
}

/** A key that is the same for the same scope. */
export function scopeKey(scope: Scope): string {
  return scope.table === "ptq"
    ? ["ptq", scope.method, scope.group, scope.bits].join("|")
    : ["training", scope.kinds, scope.formats].join("|");
}
