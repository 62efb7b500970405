import { integrate, integratePanels } from "../../numerics/integrate.ts";
import { cumulative, density } from "../../numerics/normal.ts";
import { gridError, squaredError } from "./gridError.ts";

/** From 5 bits on the density is flat over a step s to 1e-8, and the error is that of evenly spread numbers, s²/12. */
const FLAT = 31;
/** The range of a block, max − min, is integrated to here; a million elements stay far below. */
const WIDEST = 14;
const PANEL = 0.5;
const NODES = 4;
const NEGLIGIBLE = 1e-7;

/**
 * Mean squared error of standard normal numbers in blocks of B `elements` that are rounded to 2^bits integers between
 * their smallest value a and their largest b, with scale s = (b − a)/(2^bits − 1) and zero point round(−a/s), as GPTQ
 * and AWQ do. a and b have the density B(B − 1)·[Φ(b) − Φ(a)]^(B−2)·φ(a)·φ(b), and the others are normal within (a, b):
 *
 *     MSE = ∫∫ (B − 1)·[Φ(b) − Φ(a)]^(B−2)·φ(a)·φ(b)·{ e(a)² + e(b)² + (B − 2)·∫_a^b e(x)² φ(x) dx / [Φ(b) − Φ(a)] } da db
 *
 * in the coordinates w = b − a and c = (a + b)/2 ≥ 0; the other half is its mirror image.
 */
export function minMaxError(bits: number, elements: number): number {
  const steps = 2 ** bits - 1;
  const errorAt = steps >= FLAT ? flatError(steps, elements) : roundedError(steps, elements);
  const overCentres = (width: number) =>
    integratePanels(
      (centre) => (elements - 1) * weight(elements, width, centre) * errorAt(width, centre),
      centrePanels(width / steps, widestCentre(width, elements)),
      NODES - 1,
    );
  let sum = 0;
  for (let width = 0; width < WIDEST; width += PANEL) {
    const points = [width, width + PANEL / 2, width + PANEL];
    if (points.some((w) => elements * elements * weight(elements, w, 0) > NEGLIGIBLE)) {
      sum += integrate(overCentres, width, width + PANEL, NODES);
    }
  }
  return 2 * sum;
}

/** Sum of squared errors of a block by its range and centre. */
type BlockErrors = (width: number, centre: number) => number;

function flatError(steps: number, elements: number): BlockErrors {
  return (width) => (elements * (width / steps) ** 2) / 12;
}

function roundedError(steps: number, elements: number): BlockErrors {
  return (width, centre) => {
    const [low, high] = [centre - width / 2, centre + width / 2];
    const scale = width / steps;
    const zeroPoint = Math.round(-low / scale);
    const codes = Array.from({ length: steps + 1 }, (_, i) => i - zeroPoint);
    const ends = squaredError(codes, scale, low) + squaredError(codes, scale, high);
    if (elements === 2) return ends;
    const inside = cumulative(high) - cumulative(low);
    return ends + ((elements - 2) * gridError(codes, scale, low, high)) / inside;
  };
}

/** The zero point moves by one wherever the centre moves by one step: panels end there, and are narrow besides. */
function centrePanels(step: number, last: number): readonly number[] {
  const panel = step / Math.max(1, Math.round(step / PANEL));
  const width = Math.max(panel, step >= PANEL / 8 ? 0 : PANEL / 2);
  return Array.from({ length: Math.ceil(last / width) + 1 }, (_, i) => i * width);
}

/** [Φ(b) − Φ(a)]^(B−2)·φ(a)·φ(b). */
function weight(elements: number, width: number, centre: number): number {
  const [low, high] = [centre - width / 2, centre + width / 2];
  return (cumulative(high) - cumulative(low)) ** (elements - 2) * density(low) * density(high);
}

/** The centre beyond which a range of this width has a weight of no account. */
function widestCentre(width: number, elements: number): number {
  const top = weight(elements, width, 0);
  let centre = PANEL;
  while (centre < 4 && weight(elements, width, centre) > 1e-5 * top) centre += PANEL;
  return centre;
}
