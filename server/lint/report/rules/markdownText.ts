import type { Style } from "../Style.ts";
import { inlineMarkdown, type NumberLink, type StyledWord, widthOf, wrapped } from "./inlineMarkdown.ts";

/** What the blocks of a page are rendered with. */
interface Page {
  readonly style: Style;
  readonly width: number;
  readonly numberLink: NumberLink;
}

/**
 * A page of Markdown for a terminal: headings stand out, paragraphs are wrapped, examples are indented, tables are
 * columns, and links that the terminal cannot follow are numbered and listed at the end. It knows what the rules' pages
 * use, not all of Markdown.
 */
export function markdownText(markdown: string, style: Style, width: number): string {
  const links: string[] = [];
  const numberLink = (target: string) => {
    if (!links.includes(target)) links.push(target);
    return links.indexOf(target) + 1;
  };
  const page = { style, width, numberLink };
  const blocks = blocksOf(markdown.replace(/<!--[\s\S]*?-->/g, "")).map((block) => blockText(block, page));
  const list = links.map((target, i) => `[${i + 1}] ${target}`);
  const all = list.length === 0 ? blocks : [...blocks, [style.strong("Links"), ...list]];
  return `${all.map((lines) => lines.join("\n")).join("\n\n")}\n`;
}

/** The lines of each block: what empty lines separate, but an example is one whatever it holds. */
function blocksOf(markdown: string): readonly (readonly string[])[] {
  return Array.from(
    markdown.matchAll(/^```[\s\S]*?^```$|^(?:(?!```)[^\n]*\S[^\n]*(?:\n|$(?![\s\S])))+/gm),
    ([block]) => block.trimEnd().split("\n"),
  );
}

function blockText(lines: readonly string[], page: Page): readonly string[] {
  const [first = ""] = lines;
  const heading = /^#+ (.*)$/.exec(first)?.[1];
  if (heading !== undefined) return [page.style.strong(heading)];
  if (first.startsWith("```")) return exampleText(lines, page);
  if (first.startsWith("    ")) return lines;
  if (first.startsWith("|")) return tableText(lines, page);
  if (first.startsWith("> ")) {
    const text = lines.map((line) => line.replace(/^> ?/, "")).join(" ");
    return wrapped(inline(text, page), page.width - 2).map((line) => `${page.style.faint("│")} ${line}`);
  }
  return itemsOf(lines).flatMap(({ mark, text }) =>
    hangingIndent(mark, wrapped(inline(text, page), page.width - mark.length)),
  );
}

/** "```yaml before": what the example shows is above it. */
function exampleText(lines: readonly string[], { style }: Page): readonly string[] {
  const label = lines[0]?.replace(/^```\w+ ?/, "") ?? "";
  const code = lines.slice(1, -1).map((line) => (line === "" ? "" : `    ${line}`));
  return label === "" ? code : [style.faint(`  ${label}:`), ...code];
}

/** The items of a list, or a paragraph as the only one. */
function itemsOf(lines: readonly string[]): readonly { readonly mark: string; readonly text: string }[] {
  const items: { mark: string; text: string }[] = [];
  for (const line of lines) {
    const [, mark, text = ""] = /^((?:[-*]|\d+\.) )(.*)$/.exec(line) ?? [];
    const last = items.at(-1);
    if (mark !== undefined) items.push({ mark, text });
    else if (last) last.text += ` ${line.trim()}`;
    else items.push({ mark: "", text: line.trim() });
  }
  return items;
}

/** Columns where they fit; the last of two is wrapped, and the rows of a wider table are given cell by cell. */
function tableText(lines: readonly string[], page: Page): readonly string[] {
  const rows = lines.filter((_, i) => i !== 1).map((line) => cellsOf(line).map((cell) => inline(cell, page)));
  const [head = [], ...body] = rows;
  const widths = head.map((_, i) => Math.max(...rows.map((row) => widthOf(row[i] ?? []))));
  const total = widths.reduce((sum, width) => sum + width + 2, 0);
  if (total > page.width && head.length > 2) return recordsText(head, body, page);
  return rows.flatMap((row, i) => {
    const cells = row.slice(0, -1).map((cell, j) => padded(cell, widths[j] ?? 0));
    const before = cells.map((cell) => `${cell}  `).join("");
    const indent = widths.slice(0, -1).reduce((sum, width) => sum + width + 2, 2);
    const rest = wrapped(row.at(-1) ?? [], Math.max(20, page.width - indent));
    const text = [`  ${before}${rest[0] ?? ""}`, ...rest.slice(1).map((line) => " ".repeat(indent) + line)];
    return i === 0 && head.length > 2 ? text.map(page.style.strong) : text;
  });
}

function recordsText(
  head: readonly (readonly StyledWord[])[],
  body: readonly (readonly (readonly StyledWord[])[])[],
  { style, width }: Page,
): readonly string[] {
  return body.flatMap((row) =>
    row.flatMap((cell, i) => {
      const title = (head[i] ?? []).map(({ text }) => text).join(" ");
      const mark = i === 0 ? "- " : "  ";
      return hangingIndent(
        mark,
        wrapped([{ text: `${title}:`, styled: style.faint(`${title}:`) }, ...cell], width - 2),
      );
    }),
  );
}

/** Bars inside of code belong to the cell. */
function cellsOf(line: string): readonly string[] {
  const cells = line.match(/(?:`[^`]*`|\\\||[^|])+/g) ?? [];
  return cells
    .map((cell) => cell.trim())
    .filter((cell, i, all) => cell !== "" || (i > 0 && i < all.length - 1));
}

function hangingIndent(mark: string, lines: readonly string[]): readonly string[] {
  return lines.map((line, i) => (i === 0 ? mark : " ".repeat(mark.length)) + line);
}

function padded(words: readonly StyledWord[], width: number): string {
  return words.map(({ styled }) => styled).join(" ") + " ".repeat(width - widthOf(words));
}

function inline(text: string, { style, numberLink }: Page): readonly StyledWord[] {
  return inlineMarkdown(text, style, numberLink);
}
