/**
 * How weights are quantized after training, by what the method does to the error of rounding:
 *
 * - `rtn`: rounds to the nearest value, without data (bitsandbytes, torchao, HQQ, quanto, llama.cpp's first formats).
 * - `gptq`: compensates the error of each column in those that follow, with calibration data.
 * - `awq`: scales channels by their activations before rounding.
 * - `learned`: learns clipping or rounding on calibration data (OmniQuant, AutoRound).
 * - `tuned`: trains the quantized weights (EfficientQAT).
 */
export type QuantizationMethod = "rtn" | "gptq" | "awq" | "learned" | "tuned";

export const QUANTIZATION_METHODS: readonly QuantizationMethod[] = ["rtn", "gptq", "awq", "learned", "tuned"];
