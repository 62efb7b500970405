/** The lines of a text, counted from 0. */
export class LineMap {
  readonly #starts: readonly number[];
  readonly #text: string;
  /** For each line the first one from there on that holds more than a comment. */
  #content: readonly number[] | undefined;

  constructor(text: string) {
    this.#text = text;
    this.#starts = [0, ...Array.from(text.matchAll(/\r\n|\n|\r/g), (match) => match.index + match[0].length)];
  }

  /** The line that an offset is on. */
  lineAt(offset: number): number {
    let low = 0;
    let high = this.#starts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((this.#starts[middle] ?? 0) <= offset) low = middle;
      else high = middle;
    }
    return low;
  }

  startOf(line: number): number {
    return this.#starts[line] ?? this.#text.length;
  }

  /** Where the next line starts; behind the end of the text for the last one, so that a place at the end is on it. */
  endOf(line: number): number {
    return this.#starts[line + 1] ?? this.#text.length + 1;
  }

  /** The first line from this one on that holds more than a comment; the last line where there is none. */
  contentFrom(line: number): number {
    this.#content ??= this.#contentLines();
    return this.#content[line] ?? line;
  }

  #contentLines(): readonly number[] {
    const content = new Array<number>(this.#starts.length);
    for (let line = content.length - 1; line >= 0; line--) {
      const next = content[line + 1];
      content[line] = next === undefined || !/^(?:$|#|\/\/)/.test(this.#trimmed(line)) ? line : next;
    }
    return content;
  }

  /** What is on a line, without blanks around it and without a byte order mark. */
  #trimmed(line: number): string {
    return this.#text.slice(this.startOf(line), this.startOf(line + 1)).trim();
  }
}
