/** Names that are told where none is that of the loss. */
const NAMED = 12;

/** What to say of a log without losses: the names that were found in it, and those that are expected. */
export function noLosses(found: readonly string[]): string {
  if (found.length === 0) return "There is no loss: nothing is logged in it.";
  const shown = found.slice(0, NAMED).map((name) => `\`${name.slice(0, 40)}\``);
  const more = found.length > NAMED ? ` and ${found.length - NAMED} more` : "";
  return `There is no loss: found ${shown.join(", ")}${more}; call it \`loss\`, \`train_loss\` or \`train/loss\`.`;
}
