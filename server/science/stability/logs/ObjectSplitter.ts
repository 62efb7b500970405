/** The text of one record, braces included. */
export interface JsonObjectText {
  readonly text: string;
  /** The line that it begins on, from 1. */
  readonly line: number;
}

/**
 * Cuts the records out of a JSON document that arrives in pieces: the objects of the top-level array, or of the array
 * under the top-level key `log_history`. Only one record is held at a time, and a document that is cut off gives all
 * records before the cut.
 */
export class ObjectSplitter {
  #depth = 0;
  #inText = false;
  #escaped = false;
  #text = "";
  #key = "";
  /** The depth at which records begin; undefined outside of their array. */
  #recordDepth: number | undefined;
  #record: string[] | undefined;
  #recordLine = 1;

  /** The line that is being read, from 1. */
  line = 1;

  /** Whether the array of records was there. */
  found = false;

  /** Whether everything that was opened is closed. */
  get complete(): boolean {
    return this.#depth === 0 && !this.#inText;
  }

  *push(piece: string): Generator<JsonObjectText> {
    let from = 0;
    for (let i = 0; i < piece.length; i++) {
      const letter = piece[i] ?? "";
      if (letter === "\n") this.line += 1;
      if (this.#inText) {
        this.#inside(letter);
        continue;
      }
      if (letter === '"') {
        this.#inText = true;
        this.#text = "";
      } else if (letter === ":" && this.#depth === 1) this.#key = this.#text;
      else if (letter === "{" || letter === "[") {
        if (letter === "[") this.#openArray();
        else if (this.#depth === this.#recordDepth) {
          from = i;
          this.#record = [];
          this.#recordLine = this.line;
        }
        this.#depth += 1;
      } else if (letter === "}" || letter === "]") {
        this.#depth -= 1;
        if (this.#record && this.#depth === this.#recordDepth) {
          this.#record.push(piece.slice(from, i + 1));
          yield { text: this.#record.join(""), line: this.#recordLine };
          this.#record = undefined;
        } else if (this.#recordDepth !== undefined && this.#depth < this.#recordDepth)
          this.#recordDepth = undefined;
      }
    }
    this.#record?.push(piece.slice(from));
  }

  #inside(letter: string): void {
    if (this.#escaped) this.#escaped = false;
    else if (letter === "\\") this.#escaped = true;
    else if (letter === '"') this.#inText = false;
    // Only the key of the records' array is compared, so what is longer need not be kept.
    else if (this.#depth === 1 && this.#text.length < 32) this.#text += letter;
  }

  #openArray(): void {
    const isHistory = this.#depth === 0 || (this.#depth === 1 && this.#key === "log_history");
    if (!isHistory || this.found) return;
    this.found = true;
    this.#recordDepth = this.#depth + 1;
  }
}
