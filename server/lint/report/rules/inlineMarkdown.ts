import type { Style } from "../Style.ts";

/** A word that is not broken over lines: its visible text, and the text with its style. */
export interface StyledWord {
  readonly text: string;
  readonly styled: string;
}

/** Returns the number, in the list at the end, of a link that the terminal cannot show as a link. */
export type NumberLink = (target: string) => number;

const INLINE =
  /(`[^`]+`)|\[((?:[^\]\\]|\\.)*)\]\(([^)\s]+)\)|\*\*((?:[^*]|\*(?!\*))+)\*\*|\*(\S(?:[^*]*\S)?)\*/g;

/** A paragraph of Markdown as words: code keeps its backticks, links to other pages become their text. */
export function inlineMarkdown(text: string, style: Style, numberLink: NumberLink): readonly StyledWord[] {
  const words: StyledWord[] = [];
  let glued = false;
  const add = (plain: string, looks: (word: string) => string) => {
    for (const part of plain.split(/(\s+)/)) {
      if (part === "") continue;
      if (/^\s/.test(part)) {
        glued = false;
        continue;
      }
      const last = glued ? words.pop() : undefined;
      words.push({ text: (last?.text ?? "") + part, styled: (last?.styled ?? "") + looks(part) });
      glued = true;
    }
  };
  let end = 0;
  for (const match of text.matchAll(INLINE)) {
    const [whole, code, label, target = "", strong, emphasis] = match;
    add(unescaped(text.slice(end, match.index)), (word) => word);
    end = match.index + whole.length;
    if (code !== undefined) add(code, (word) => word);
    else if (label !== undefined) addLink(label, target);
    else if (strong !== undefined) add(strong, style.strong);
    else add(emphasis ?? "", (word) => word);
  }
  add(unescaped(text.slice(end)), (word) => word);
  return words;

  function addLink(label: string, target: string) {
    if (!/^https?:/.test(target)) return add(unescaped(label), (word) => word);
    const linked = style.link("", target) !== "";
    add(unescaped(label), (word) => style.link(word, target));
    if (!linked) add(`[${numberLink(target)}]`, style.faint);
  }
}

/** Words in lines of a width, at least one word a line. */
export function wrapped(words: readonly StyledWord[], width: number): readonly string[] {
  const lines: { length: number; text: string }[] = [];
  for (const { text, styled } of words) {
    const line = lines.at(-1);
    if (line && line.length + 1 + text.length <= width) {
      line.text += ` ${styled}`;
      line.length += 1 + text.length;
    } else lines.push({ length: text.length, text: styled });
  }
  return lines.map((line) => line.text);
}

/** How wide words are in one line. */
export function widthOf(words: readonly StyledWord[]): number {
  return words.reduce((sum, { text }, i) => sum + text.length + (i > 0 ? 1 : 0), 0);
}

function unescaped(text: string): string {
  return text.replace(/\\([\\`*_[\]|])/g, "$1");
}
