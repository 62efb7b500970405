/** A variable in a text, with the value that is taken where it is not set. */
interface Variable {
  readonly name: string;
  readonly otherwise?: string;
}

/**
 * Why a text with environment variables has no value here, with their names; undefined for a text without.
 * `${VAR}`, `${VAR,default}` and `${oc.env:VAR}` as NeMo Automodel reads them; Megatron-LM knows the first.
 */
export function environmentReason(text: string): string | undefined {
  const variables = variablesIn(text);
  if (variables.length === 0) return undefined;
  const named = variables.slice(0, 3).map(({ name, otherwise }) => {
    const fallback = otherwise === undefined ? "" : ` (or else \`${otherwise}\`)`;
    return `${name}${fallback}`;
  });
  const what = variables.length === 1 ? "the environment variable" : "the environment variables";
  return `\`${text}\` is filled in when the run starts, from ${what} ${named.join(", ")}`;
}

function variablesIn(text: string): readonly Variable[] {
  return Array.from(text.matchAll(/\$\{([^}]+)\}|\$([A-Za-z_]\w*(?:\.\w+)*)/g), ([, braced, bare]) => {
    const inside = (braced ?? bare ?? "").trim().replace(/^oc\.env:\s*/, "");
    const comma = inside.indexOf(",");
    if (comma < 0 || braced === undefined) return { name: inside };
    return { name: inside.slice(0, comma).trim(), otherwise: inside.slice(comma + 1).trim() };
  });
}
