/** One row of a table of measured quantizations that a law of the form "ptq" gives. */
export interface QuantizedRow {
  readonly family: string;
  readonly model: string;
  readonly parameters: number;
  readonly tokens: number;
  readonly bits: number;
  readonly method: string;
  readonly group: string;
}

/** Three families of two models each, by two methods, at three widths, with groups of 128 and by channel: 72 rows. */
export const quantizedRows: readonly QuantizedRow[] = [
  ["A", 1e9, 1e12],
  ["A", 7e9, 1e12],
  ["B", 3e9, 3e11],
  ["B", 3e10, 3e11],
  ["C", 5e8, 5e12],
  ["C", 1.4e10, 5e12],
].flatMap(([family, parameters, tokens]) =>
  ["GPTQ", "RTN"].flatMap((method) =>
    [4, 3, 2].flatMap((bits) =>
      ["128", "channel"].map((group) => ({
        family: String(family),
        model: `${family}-${parameters}`,
        parameters: Number(parameters),
        tokens: Number(tokens),
        bits,
        method,
        group,
      })),
    ),
  ),
);

/**
 * ln ΔL = −4.5 + 0.8·RTN + 1.5·(3 bits) + 2.9·(2 bits) + 0.7·channel − 0.3·ln(N/7e9) + 0.4·ln(D/(1 + D/2e12)/1e12),
 * which is above 1 nat for some rows of 2 bits on the smallest models only.
 */
export function knownDelta({ parameters, tokens, bits, method, group }: QuantizedRow): number {
  return Math.exp(
    -4.5 +
      (method === "RTN" ? 0.8 : 0) +
      (bits === 3 ? 1.5 : bits === 2 ? 2.9 : 0) +
      (group === "channel" ? 0.7 : 0) -
      0.3 * Math.log(parameters / 7e9) +
      0.4 * Math.log(tokens / (1 + tokens / 2e12) / 1e12),
  );
}

/** The table as CSV in the columns of docs/measurements.md. */
export function quantizationCsv(
  rows: readonly QuantizedRow[],
  delta: (row: QuantizedRow) => number = knownDelta,
): string {
  const header = "family,model,n_params,n_params_nonemb,d_tokens,w_bits,method,group_size,delta_nll";
  const lines = rows.map((row) =>
    [
      row.family,
      row.model,
      1.1 * row.parameters,
      row.parameters,
      row.tokens,
      row.bits,
      row.method,
      row.group,
      delta(row),
    ].join(","),
  );
  return `${[header, ...lines].join("\n")}\n`;
}
