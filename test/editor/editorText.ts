/** Functions that run inside the page, on the editor's `.view-lines`; none may use anything outside itself. */

export interface TextBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A piece of text, and what tells its line from the others that hold it. */
export interface Spot {
  readonly line: string;
  readonly text: string;
}

/** The visible text. The editor draws spaces as no-break spaces and its lines in no particular order. */
export function linesOf(viewLines: Element): string {
  return [...viewLines.querySelectorAll<HTMLElement>(".view-line")]
    .sort((a, b) => a.getBoundingClientRect().y - b.getBoundingClientRect().y)
    .map((line) => (line.textContent ?? "").replaceAll("\u00a0", " "))
    .join("\n");
}

/** Where the text stands on the screen, also when the colours split it into several elements. */
export function boxOf(viewLines: Element, { line, text }: Spot): TextBox | undefined {
  const lines = [...viewLines.querySelectorAll<HTMLElement>(".view-line")];
  for (const shown of lines) {
    const content = (shown.textContent ?? "").replaceAll("\u00a0", " ");
    if (!content.includes(line)) continue;
    const start = content.indexOf(line) + line.indexOf(text);
    const end = start + text.length;
    const range = document.createRange();
    let offset = 0;
    const nodes = document.createTreeWalker(shown, NodeFilter.SHOW_TEXT);
    for (let node = nodes.nextNode(); node; node = nodes.nextNode()) {
      const length = node.textContent?.length ?? 0;
      if (start >= offset && start < offset + length) range.setStart(node, start - offset);
      if (end > offset && end <= offset + length) range.setEnd(node, end - offset);
      offset += length;
    }
    const { x, y, width, height } = range.getBoundingClientRect();
    return { x, y, width, height };
  }
  return undefined;
}
