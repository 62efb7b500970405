/** Functions that run inside the page, on the editor's `.view-lines`; none may use anything outside itself. */

export interface TextBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The visible text. The editor draws spaces as no-break spaces and its lines in no particular order. */
export function linesOf(viewLines: Element): string {
  return [...viewLines.querySelectorAll<HTMLElement>(".view-line")]
    .sort((a, b) => a.getBoundingClientRect().y - b.getBoundingClientRect().y)
    .map((line) => (line.textContent ?? "").replaceAll("\u00a0", " "))
    .join("\n");
}

/** Where the first visible `text` stands on the screen, also when the colours split it into several elements. */
export function boxOf(viewLines: Element, text: string): TextBox | undefined {
  const lines = [...viewLines.querySelectorAll<HTMLElement>(".view-line")].sort(
    (a, b) => a.getBoundingClientRect().y - b.getBoundingClientRect().y,
  );
  for (const line of lines) {
    const start = (line.textContent ?? "").replaceAll("\u00a0", " ").indexOf(text);
    if (start < 0) continue;
    const range = document.createRange();
    let offset = 0;
    const nodes = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
    for (let node = nodes.nextNode(); node; node = nodes.nextNode()) {
      const length = node.textContent?.length ?? 0;
      if (start >= offset && start < offset + length) range.setStart(node, start - offset);
      const end = start + text.length;
      if (end > offset && end <= offset + length) range.setEnd(node, end - offset);
      offset += length;
    }
    const { x, y, width, height } = range.getBoundingClientRect();
    return { x, y, width, height };
  }
  return undefined;
}
