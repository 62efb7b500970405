import type { ModelOptions } from "./plannedModel.ts";

/** The options of `bitlaw predict`. */
export interface PredictOptions extends ModelOptions {
  readonly formats?: string;
  readonly hardware?: string;
  readonly worldSize?: string;
  readonly speedup?: string;
  readonly quantize?: string;
  readonly method?: string;
  readonly noise: number;
  readonly format: "text" | "json" | "markdown";
}
