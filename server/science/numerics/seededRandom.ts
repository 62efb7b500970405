/**
 * Random numbers in [0, 1) by sfc32 (Doty-Humphrey's PractRand), the same ones for the same seed and stream. Streams of
 * one seed are independent, so that it does not matter which worker draws which.
 */
export function seededRandom(seed: number, stream = 0): () => number {
  let a = seed | 0;
  let b = stream | 0;
  let c = 0x9e3779b9 | 0;
  let counter = 1;
  const next = () => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return (sum >>> 0) / 2 ** 32;
  };
  // Its author's advice: the first numbers still show the seed.
  for (let i = 0; i < 15; i++) next();
  return next;
}
