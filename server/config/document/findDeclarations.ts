import type { Span } from "./ConfigNode.ts";

const DECLARATION = /(?:^|[ \t])(#[ \t]*bitlaw:[^\r\n]*)/gm;

/** Comments of the form `# bitlaw: key=value …`. The caller drops those that lie inside a quoted or block scalar. */
export function findDeclarations(text: string): readonly Span[] {
  if (!text.includes("bitlaw:")) return [];
  return Array.from(text.matchAll(DECLARATION), (match) => {
    const comment = (match[1] ?? "").trimEnd();
    const start = match.index + match[0].indexOf("#");
    return { start, end: start + comment.length };
  });
}
