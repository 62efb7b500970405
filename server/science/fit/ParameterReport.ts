/** What a fit says about one constant. */
export interface ParameterReport {
  readonly constant: string;
  readonly value: number;
  /** 95 % percentile interval of the bootstrap; undefined without one. */
  readonly interval?: readonly [low: number, high: number];
  /** Why the data do not determine the constant; undefined where they do. */
  readonly undetermined?: string;
}
