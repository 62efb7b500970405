import type { Matrix } from "../fit/curvature.ts";

export interface EigenPair {
  readonly value: number;
  readonly vector: Float64Array;
}

/** Eigenvalues and eigenvectors of a small symmetric matrix, by Jacobi's rotations (Golub & Van Loan, §8.5). */
export function symmetricEigen(matrix: Matrix): readonly EigenPair[] {
  const size = matrix.length;
  const a = matrix.map((line) => Array.from(line));
  const v = a.map((_, i) => a.map((_, j) => (i === j ? 1 : 0)));
  const get = (m: number[][], i: number, j: number) => m[i]?.[j] ?? 0;
  const set = (m: number[][], i: number, j: number, value: number) => {
    const line = m[i];
    if (line !== undefined) line[j] = value;
  };
  for (let sweep = 0; sweep < 60; sweep++) {
    for (let p = 0; p < size; p++) {
      for (let q = p + 1; q < size; q++) {
        const off = get(a, p, q);
        if (off === 0) continue;
        const theta = (get(a, q, q) - get(a, p, p)) / (2 * off);
        const t = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
        const cos = 1 / Math.sqrt(t * t + 1);
        const sin = t * cos;
        for (let k = 0; k < size; k++) {
          const [kp, kq] = [get(a, k, p), get(a, k, q)];
          set(a, k, p, cos * kp - sin * kq);
          set(a, k, q, sin * kp + cos * kq);
        }
        for (let k = 0; k < size; k++) {
          const [pk, qk] = [get(a, p, k), get(a, q, k)];
          set(a, p, k, cos * pk - sin * qk);
          set(a, q, k, sin * pk + cos * qk);
          const [vp, vq] = [get(v, k, p), get(v, k, q)];
          set(v, k, p, cos * vp - sin * vq);
          set(v, k, q, sin * vp + cos * vq);
        }
      }
    }
  }
  return a.map((_, j) => ({ value: get(a, j, j), vector: Float64Array.from(v, (line) => line[j] ?? 0) }));
}
