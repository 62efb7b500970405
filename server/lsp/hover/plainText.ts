/** The text of a hover for a client that shows no Markdown: the same words and tables, without the marks. */
export function plainText(markdown: string): string {
  return markdown
    .split("\n")
    .filter((line) => !/^\|[-:| ]+\|$/.test(line))
    .map(plainLine)
    .join("\n");
}

function plainLine(line: string): string {
  return line
    .replace(/^#+ /, "")
    .replace(/(?<!\\)\[([^\]]+)\]\(([^)\s]+)\)/g, "$1 ($2)")
    .replace(/\*\*|(?<!\\)`/g, "")
    .replace(/\\([!-/:-@[-`{-~])/g, "$1");
}
