/**
 * Whether to colour the output to a stream: the last of `--color` and `--no-color` decides, then `NO_COLOR`, then
 * `FORCE_COLOR`, then whether the stream is a terminal that can.
 */
export function wantsColour(
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
  isTerminal: boolean,
): boolean {
  const end = args.indexOf("--");
  const flag = (end < 0 ? args : args.slice(0, end)).findLast(
    (arg) => arg === "--color" || arg === "--no-color",
  );
  if (flag !== undefined) return flag === "--color";
  const { NO_COLOR, FORCE_COLOR, TERM } = environment;
  // https://no-color.org: set and not empty.
  if (NO_COLOR) return false;
  if (FORCE_COLOR !== undefined) return FORCE_COLOR !== "0" && FORCE_COLOR !== "false";
  return isTerminal && TERM !== "dumb";
}
