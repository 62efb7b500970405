/**
 * An upper bound of how deep the values of a YAML or JSON text nest, without parsing it: open brackets outside
 * quotes on top of block levels (indentation steps and `- - -` chains). Needed because the parser recurses, and a
 * stack overflow inside a regular expression ends the process instead of throwing.
 */
export function nestingDepth(text: string): number {
  let flow = 0;
  let deepest = 0;
  let block = 0;
  let indents: number[] = [];
  let atLineStart = true;
  for (let i = 0; i < text.length; i++) {
    if (atLineStart && flow === 0) {
      const line = blockLevels(text, i, indents);
      indents = line.indents;
      block = indents.length + line.chain;
      i = line.next;
      atLineStart = false;
      if (i >= text.length) break;
    }
    switch (text.charCodeAt(i)) {
      case 0x0a:
        atLineStart = true;
        break;
      case 0x23:
        if (i === 0 || /\s/.test(text[i - 1] ?? "")) i = endOfLine(text, i) - 1;
        break;
      case 0x22: // a quoted scalar; the text of an unclosed one counts, which only raises the bound
      case 0x27:
        i = skipQuoted(text, i);
        break;
      case 0x5b:
      case 0x7b:
        if (OPENS_AFTER.test(i === 0 ? " " : (text[i - 1] ?? ""))) flow++;
        break;
      case 0x5d:
      case 0x7d:
        if (flow > 0) flow--;
        break;
    }
    if (block + flow > deepest) deepest = block + flow;
  }
  return deepest;
}

function blockLevels(
  text: string,
  start: number,
  indents: readonly number[],
): { indents: number[]; chain: number; next: number } {
  let next = start;
  while (text.charCodeAt(next) === 0x20) next++;
  const indent = next - start;
  let chain = 0;
  while ((text[next] === "-" || text[next] === "?") && text[next + 1] === " ") {
    chain++;
    next += 2;
    while (text[next] === " ") next++;
  }
  if (text[next] === "\n" || text[next] === "\r" || next >= text.length)
    return { indents: [...indents], chain: 0, next };
  const open = indents.filter((level) => level < indent);
  open.push(indent);
  return { indents: open, chain, next };
}

function skipQuoted(text: string, open: number): number {
  const quote = text[open];
  if (!OPENS_AFTER.test(open === 0 ? " " : (text[open - 1] ?? ""))) return open;
  for (let i = open + 1; i < text.length; i++) {
    if (text[i] === "\n" && text[i + 1] === "\n") return open;
    if (text[i] === "\\" && quote === '"') i++;
    else if (text[i] === quote) return i;
  }
  return open;
}

/** A bracket or quote opens a value only at the start, after white space, or after flow punctuation. */
const OPENS_AFTER = /[\s,[{:]/;

function endOfLine(text: string, from: number): number {
  const end = text.indexOf("\n", from);
  return end < 0 ? text.length : end;
}
