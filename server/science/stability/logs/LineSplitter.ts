/** A line without its line break. */
export interface TextLine {
  readonly text: string;
  /** Counts from 1. */
  readonly line: number;
  /** Whether a line break follows; the last line of a file that is cut off has none. */
  readonly ended: boolean;
  /** Longer than the limit: the text is not kept. */
  readonly tooLong: boolean;
}

/** Cuts a stream of text into lines. Lines above `limit` characters are passed over without being held. */
export class LineSplitter {
  readonly #limit: number;
  #rest: string[] = [];
  #length = 0;
  #line = 1;

  constructor(limit: number) {
    this.#limit = limit;
  }

  /** The lines that end in this piece. */
  *push(piece: string): Generator<TextLine> {
    let from = 0;
    for (let at = piece.indexOf("\n"); at >= 0; at = piece.indexOf("\n", from)) {
      this.#hold(piece.slice(from, at));
      yield this.#take(true);
      from = at + 1;
    }
    this.#hold(piece.slice(from));
  }

  /** The last line, unless it is empty. */
  *end(): Generator<TextLine> {
    if (this.#length > 0) yield this.#take(false);
  }

  #hold(text: string): void {
    this.#length += text.length;
    if (this.#length > this.#limit) this.#rest = [];
    else if (text !== "") this.#rest.push(text);
  }

  #take(ended: boolean): TextLine {
    const text = this.#rest.join("").replace(/\r$/, "");
    const line = { text, line: this.#line, ended, tooLong: this.#length > this.#limit };
    this.#rest = [];
    this.#length = 0;
    this.#line += 1;
    return line;
  }
}
