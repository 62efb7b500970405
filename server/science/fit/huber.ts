/**
 * Huber's loss of a residual: r²/2 up to |r| = δ, and δ·(|r| − δ/2) beyond, where one wrong run pulls no harder than
 * any other. Huber 1964, Eq. 2.7 (there k).
 */
export function huber(residual: number, delta: number): number {
  const size = Math.abs(residual);
  return size <= delta ? (residual * residual) / 2 : delta * (size - delta / 2);
}

/** The derivative of `huber` by the residual: r clipped to [−δ, δ]. */
export function huberSlope(residual: number, delta: number): number {
  return Math.min(delta, Math.max(-delta, residual));
}
