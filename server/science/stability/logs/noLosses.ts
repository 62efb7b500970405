/** Names that are told where none is that of the loss. */
const NAMED = 12;

/** What to say of a log without losses: the names that were found in it, and those that are expected. */
export function noLosses(found: readonly string[]): string {
  const shown = found.slice(0, NAMED).map((name) => `\`${name.slice(0, 40)}\``);
  const more = found.length > NAMED ? ` and ${found.length - NAMED} more` : "";
  const names = found.length === 0 ? "nothing that has a name" : shown.join(", ") + more;
  return `There is no loss: found ${names}; call it \`loss\`, \`train_loss\` or \`train/loss\`.`;
}
