import type { QuantizationMethod } from "../../science/laws/Law.ts";

/** The options of `bitlaw fit`. */
export interface FitOptions {
  /** Name of the form. */
  readonly law: string;
  readonly out?: string;
  readonly name?: string;
  readonly force?: boolean;
  /** Where Huber's loss turns linear, in ln L. */
  readonly delta: number;
  /** Resampled tables for the intervals; 0 for none. */
  readonly bootstrap: number;
  readonly seed: number;
  readonly threads: number;
  /** Only rows of this class of methods. */
  readonly method?: QuantizationMethod;
  readonly format: "text" | "json";
}
