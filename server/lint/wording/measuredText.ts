import type { Anchor } from "../../science/laws/Law.ts";
import { METHOD_LABELS } from "./factText.ts";
import { signedNats } from "./numbers.ts";

/** A measured degradation: "INT4, group 128 by GPTQ: +0.032 nats". */
export function measuredText({ quantization, method, delta }: Anchor): string {
  return `${quantization.label}${method ? ` by ${METHOD_LABELS[method]}` : ""}: ${signedNats(delta)} nats`;
}
