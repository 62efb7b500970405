/** A difference of losses in nats, signed: `+0.27`, `−0.023`, `+0.0008`. Two significant digits, at most four decimals. */
export function signedNats(value: number): string {
  const sign = value < 0 ? "−" : "+";
  return sign + unsignedNats(Math.abs(value));
}

/** A loss or a size of a difference in nats: `0.27`, `0.023`. */
export function unsignedNats(size: number): string {
  if (size < 0.00005) return "0.0000";
  if (size >= 10) return size.toFixed(0);
  if (size >= 1) return size.toFixed(1);
  const decimals = Math.min(4, 1 - Math.floor(Math.log10(size)));
  return size.toFixed(decimals);
}

/** A ratio: `577×`, `12×`, `1.7×`. */
export function times(ratio: number): string {
  return `${ratio >= 10 ? Math.round(ratio).toLocaleString("en-US") : Number(ratio.toPrecision(2))}×`;
}

/** A share in percent: `99.3 %`, `75 %`. */
export function percent(share: number): string {
  const value = share * 100;
  return `${value >= 99 && value < 99.995 ? value.toFixed(1) : Math.round(value)} %`;
}

/** A probability of a law in percent, never 0 or 100: `12 %`, `below 1 %`, `above 99 %`. */
export function risk(probability: number): string {
  if (probability < 0.01) return "below 1 %";
  return probability > 0.99 ? "above 99 %" : percent(probability);
}

/** A relative error: `±10 %`. */
export function toleranceText(tolerance: number): string {
  return `±${percent(tolerance)}`;
}
