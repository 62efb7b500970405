import {
  LOGIT_TYPES,
  logitElements,
  TARGET_TYPES,
  targetElements,
} from "../../science/stability/npy/npyElements.ts";
import { sharpness } from "../../science/stability/sharpness.ts";
import { whyNotRead } from "../disk/whyNotRead.ts";
import { type NpyFile, openNpy } from "./openNpy.ts";

/** Elements that are held at a time, unless a single row has more. */
const BLOCK = 1 << 20;

/** The targets of a batch, or in one line why they cannot be used. */
export async function readTargets(
  path: string,
): Promise<{ readonly targets: Float64Array } | { readonly problem: string }> {
  const expected = { elementsOf: targetElements, types: TARGET_TYPES, dimensions: ["batch"] };
  const opened = await openNpy(path, expected);
  if ("problem" in opened) return opened;
  try {
    const [batch = 0] = opened.shape;
    const targets = new Float64Array(batch);
    await opened.read(0, batch, targets);
    return { targets };
  } catch (error) {
    return { problem: `${path}: ${whyNotRead(error)}` };
  } finally {
    await opened.file.close();
  }
}

/** The inputs for the sharpness of a file, besides its logits. */
export interface SharpnessInputs {
  readonly targets: Float64Array;
  readonly epsilon: number;
  readonly signal: AbortSignal;
  /** Takes the share of the rows that are done. */
  readonly progress: (share: number) => void;
}

/** The sharpness of every row of an array of logits, which is read in blocks of rows. */
export async function sharpnessOfFile(
  path: string,
  reading: SharpnessInputs,
): Promise<{ readonly values: readonly number[]; readonly type: string } | { readonly problem: string }> {
  const expected = { elementsOf: logitElements, types: LOGIT_TYPES, dimensions: ["batch", "vocabulary"] };
  const opened = await openNpy(path, expected);
  if ("problem" in opened) return opened;
  try {
    const [batch = 0, vocabulary = 0] = opened.shape;
    const problem = problemOfTargets(reading.targets, batch, vocabulary);
    if (problem !== undefined) return { problem: `${path}: ${problem}` };
    return { values: await valuesOf(opened, batch, vocabulary, reading), type: opened.elements.name };
  } catch (error) {
    if (reading.signal.aborted) throw error;
    return { problem: `${path}: ${whyNotRead(error)}` };
  } finally {
    await opened.file.close();
  }
}

function problemOfTargets(targets: Float64Array, batch: number, vocabulary: number): string | undefined {
  if (targets.length !== batch)
    return `found ${batch} rows of logits and ${targets.length} targets, expected one target for each row`;
  const outside = targets.findIndex((target) => target < 0 || target >= vocabulary);
  if (outside < 0) return undefined;
  return `targets[${outside}] is ${targets[outside]}, expected a token from 0 to ${vocabulary - 1}`;
}

async function valuesOf(
  opened: NpyFile,
  batch: number,
  vocabulary: number,
  { targets, epsilon, signal, progress }: SharpnessInputs,
): Promise<readonly number[]> {
  const rows = Math.max(1, Math.floor(BLOCK / vocabulary));
  const block = new Float64Array(rows * vocabulary);
  const values: number[] = [];
  for (let row = 0; row < batch; row += rows) {
    signal.throwIfAborted();
    const count = Math.min(rows, batch - row);
    await opened.read(row * vocabulary, count * vocabulary, block);
    for (let i = 0; i < count; i++) {
      const logits = block.subarray(i * vocabulary, (i + 1) * vocabulary);
      values.push(sharpness({ logits, target: targets[row + i] ?? Number.NaN }, epsilon));
    }
    progress((row + count) / batch);
  }
  return values;
}
