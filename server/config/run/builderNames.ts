/** `torchtune.models.llama3_1.qlora_llama3_1_8b`: adapters, family, version, size, tuning. */
const BUILDER =
  /(?:^|\.)(?:q?(?:lora|dora)_)?([a-z_]+?)_?(\d+)?(?:_(\d+))?_(\d+)(?:_(\d+))?b(?:_(?:instruct|base|chat))?$/;

/** The names that a model may have which a builder function of torchtune makes: its version in digits and underscores. */
export function builderNames(builder: string): readonly string[] {
  const [, family, major, minor, size, fraction] = BUILDER.exec(builder) ?? [];
  if (family === undefined || size === undefined) return [];
  const version = major === undefined ? "" : `${major}${minor === undefined ? "" : `.${minor}`}`;
  const billions = `${size}${fraction === undefined ? "" : `.${fraction}`}b`;
  const name = family.replaceAll("_", "-");
  return version === ""
    ? [`${name}-${billions}`]
    : [`${name}-${version}-${billions}`, `${name}${version}-${billions}`];
}
