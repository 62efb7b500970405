import type { Metrics } from "./metrics.ts";

/** How close a law came to the published measurements of one kind, as in server/data/records.json. */
export interface BacktestRecord extends Metrics {
  readonly law: string;
  /** What the measurements have in common; `{}` is all of them of one table. */
  readonly of: Scope;
  /**
   * The fewest and the most bits among the measurements, of the operand that has fewest (`narrowestBits`). A width with
   * hardly a measured value, such as a few bounds, is not counted.
   */
  readonly bits: readonly [fewest: number, most: number];
  /** The least and the most N among the measurements, without embeddings where that is known, and D. */
  readonly parameters: readonly [least: number, most: number];
  readonly tokens: readonly [least: number, most: number];
  /** The 10 % and 90 % quantiles of ln(measured / predicted), over the rows where both are above zero. */
  readonly low: number | null;
  readonly high: number | null;
  /**
   * True where prediction and measurement are typically of opposite sign or more than a factor 3 apart; nothing should be
   * concluded from the law there.
   */
  readonly disagrees?: true;
}

/** A set of measurements by what they have in common. More fields make it narrower. */
export type Scope =
  | {
      readonly table: "ptq";
      readonly method?: string;
      /** `groups` of any size, `channel` or `tensor`. */
      readonly group?: string;
      readonly bits?: number;
    }
  | {
      readonly table: "training";
      /** The kinds of the formats, such as "integer W+A". */
      readonly kinds?: string;
      /** The formats themselves, such as "INT4 W+A". */
      readonly formats?: string;
    };

/** Records of fewer measurements are not kept. */
export const FEWEST_ROWS = 20;
