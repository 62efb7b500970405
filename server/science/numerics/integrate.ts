interface Rule {
  /** Nodes and weights on [−1, 1]. */
  readonly nodes: readonly number[];
  readonly weights: readonly number[];
}

const rules = new Map<number, Rule>();

/** ∫ f over [from, to] by Gauss-Legendre quadrature with n nodes: exact for polynomials of degree 2n − 1. */
export function integrate(f: (x: number) => number, from: number, to: number, n: number): number {
  const { nodes, weights } = rule(n);
  const half = (to - from) / 2;
  const middle = (to + from) / 2;
  let sum = 0;
  for (let i = 0; i < n; i++) sum += (weights[i] ?? 0) * f(middle + half * (nodes[i] ?? 0));
  return sum * half;
}

/** ∫ f over the panels between consecutive `edges`, which stand where f has kinks or jumps. */
export function integratePanels(f: (x: number) => number, edges: readonly number[], n: number): number {
  let sum = 0;
  edges.forEach((edge, i) => {
    const next = edges[i + 1];
    if (next !== undefined && next > edge) sum += integrate(f, edge, next, n);
  });
  return sum;
}

function rule(n: number): Rule {
  const known = rules.get(n);
  if (known) return known;
  const made = gaussLegendre(n);
  rules.set(n, made);
  return made;
}

/** The roots of the Legendre polynomial P_n by Newton's method, and their weights 2/((1 − x²)·P_n′(x)²). */
function gaussLegendre(n: number): Rule {
  const nodes: number[] = [];
  const weights: number[] = [];
  for (let i = 0; i < n; i++) {
    let x = -Math.cos((Math.PI * (i + 0.75)) / (n + 0.5));
    let slope = 1;
    for (let step = 0; step < 20; step++) {
      const [value, derivative] = legendre(n, x);
      slope = derivative;
      const move = value / derivative;
      x -= move;
      if (Math.abs(move) < 1e-15) break;
    }
    nodes.push(x);
    weights.push(2 / ((1 - x * x) * slope * slope));
  }
  return { nodes, weights };
}

/** P_n(x) and P_n′(x) by the three-term recurrence. */
function legendre(n: number, x: number): readonly [value: number, derivative: number] {
  let before = 1;
  let value = x;
  for (let k = 2; k <= n; k++) {
    [before, value] = [value, ((2 * k - 1) * x * value - (k - 1) * before) / k];
  }
  return [value, (n * (x * value - before)) / (x * x - 1)];
}
