const RUN = `MODEL_ARGS:
  --num-layers: 12
  --hidden-size: 768
  --ffn-hidden-size: 2048
  --num-attention-heads: 12
  --seq-length: 4096
  --swiglu: true
  --normalization: RMSNorm
  --disable-bias-linear: true
  --vocab-size: 32000
  --global-batch-size: 1024
  --train-iters: 1000000
  --lr: 3.0e-4
  --bf16: true
  --fp4-format: e2m1
  --fp4-recipe: nvfp4
  --first-last-layers-bf16: true
`;

/** A pre-training config with one finding, filled up with other settings to a number of lines. */
export function trainingConfig(lines) {
  const rest = lines - RUN.split("\n").length + 1;
  return RUN + Array.from({ length: rest }, (_, i) => `  --setting-${i}: value ${i} # why\n`).join("");
}

/** Keystrokes in the number of steps: each replaces one digit. */
export function* edits(text, count) {
  const line = text.split("\n").findIndex((candidate) => candidate.includes("--train-iters"));
  for (let i = 0; i < count; i++) {
    const range = { start: { line, character: 17 }, end: { line, character: 18 } };
    yield { range, text: String(1 + (i % 9)) };
  }
}

/** Where the number of steps stands, for hovers. */
export const HOVER_AT = { line: 11, character: 20 };
