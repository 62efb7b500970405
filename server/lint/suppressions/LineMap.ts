/** The lines of a text, counted from 0. */
export class LineMap {
  readonly #starts: readonly number[];
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
    this.#starts = [0, ...Array.from(text.matchAll(/\r\n|\n|\r/g), (match) => match.index + match[0].length)];
  }

  get count(): number {
    return this.#starts.length;
  }

  /** The line that an offset lies on. */
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

  /** Where the next line starts; behind the end of the text for the last one, so that a place at the end lies on it. */
  endOf(line: number): number {
    return this.#starts[line + 1] ?? this.#text.length + 1;
  }

  /** What stands on a line, without blanks around it and without a byte order mark. */
  trimmed(line: number): string {
    return this.#text.slice(this.startOf(line), this.startOf(line + 1)).trim();
  }
}
