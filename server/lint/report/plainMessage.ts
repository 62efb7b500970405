/** A message where Markdown is not rendered: without the back ticks that mark keys and values. */
export function plainMessage(message: string): string {
  return message.replaceAll("`", "");
}
