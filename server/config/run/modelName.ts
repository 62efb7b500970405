/** Decorations of the same weights: tuning, storage format. They do not change the parameter count. */
const DECORATION =
  /-(?:instruct|it|pt|chat|base|deduped|hf|bnb-4bit|unsloth|gptq|awq|gguf|exl2|qat|q4-0|unquantized|fp8(?:-dynamic)?|nvfp4|mxfp4|bf16|fp16|nf4|bnb|int4|int8|mlx(?:-\dbit)?|\dbit|(?:quantized\.)?w\da\d+)$/;

/** Tuning named before the release: `Mistral-7B-Instruct-v0.3`. */
const TUNING_BEFORE_RELEASE = /-(?:instruct|it|chat|base)(?=-v\d+(?:\.\d+)?$)/;

/** A release number after the size; several releases may share an architecture. */
const RELEASE = /-v\d+(?:\.\d+)?$/;

/** The last part of a path or hub name, and that with the part before it: `meta-llama/Llama-2-7b-hf`. */
export function nameParts(nameOrPath: string): { readonly name: string; readonly qualified: string } {
  const parts = nameOrPath.replace(/\/+$/, "").split("/");
  return { name: parts.at(-1) ?? "", qualified: parts.slice(-2).join("/") };
}

/** A model's name without its decorations, for comparison: `Meta-Llama-3-8B-Instruct` is `llama-3-8b`. */
export function plainName(name: string): string {
  let plain = name
    .toLowerCase()
    .replace(/^meta-/, "")
    .replaceAll("_", "-");
  for (
    let shorter = plain.replace(DECORATION, "");
    shorter !== plain;
    shorter = plain.replace(DECORATION, "")
  )
    plain = shorter;
  return plain.replace(TUNING_BEFORE_RELEASE, "");
}

/** The plain name without a release number at its end; undefined where it has none. */
export function withoutRelease(plain: string): string | undefined {
  return RELEASE.test(plain) ? plainName(plain.replace(RELEASE, "")) : undefined;
}
