/** Half-open range of UTF-16 offsets into a script. */
export interface Place {
  readonly start: number;
  readonly end: number;
}

/** A part of a word after expansion. */
export interface Piece {
  readonly text: string;
  /** Offset of its first character, where it stands letter by letter in the script. */
  readonly at?: number;
  /** Inside quotes: blanks in it do not separate words. */
  readonly quoted: boolean;
  /** The expansion that put it here, such as `$LAYERS`. */
  readonly use?: Place;
  /** Why it is not known here; `text` is then what is written. */
  readonly unknown?: string;
  /** It is not known because whoever starts the script gives it. */
  readonly given?: true;
  /** The words that it may stand for, each of them or none, where these are known. */
  readonly maybe?: readonly Field[];
  /** The script's own arguments (`$@`): empty unless somebody adds some. */
  readonly rest?: true;
}

/** A word of a command, as the command gets it. */
export type Field = readonly Piece[];

export type Value =
  | { readonly kind: "text"; readonly pieces: Field }
  | { readonly kind: "list"; readonly fields: readonly Field[] };

export function fieldText(field: Field): string {
  return field.map(({ text }) => text).join("");
}

/** Why a word is not known, if a part of it is not. */
export function whyUnknown(field: Field): string | undefined {
  return field.find(({ unknown }) => unknown !== undefined)?.unknown;
}

/** Where a piece is written in the command or in the list that the command takes in. */
export function placeOf({ use, at, text }: Piece): Place | undefined {
  if (use) return use;
  return at === undefined ? undefined : { start: at, end: at + text.length };
}

/** Where a word is written; undefined where its parts are in different places. */
export function placeOfField(field: Field): Place | undefined {
  let whole: Place | undefined;
  for (const piece of field) {
    const place = placeOf(piece);
    if (place === undefined) return undefined;
    if (whole && place.start < whole.start) return undefined;
    whole = { start: whole?.start ?? place.start, end: place.end };
  }
  return whole;
}

/** A part of a word, by offsets into its text. */
export function sliceField(field: Field, from: number, to = Number.POSITIVE_INFINITY): Field {
  const pieces: Piece[] = [];
  let offset = 0;
  for (const piece of field) {
    const start = Math.max(from - offset, 0);
    const end = Math.min(to - offset, piece.text.length);
    offset += piece.text.length;
    if (start === 0 && end === piece.text.length) pieces.push(piece);
    else if (start < end) {
      const { at, ...rest } = piece;
      pieces.push({
        ...rest,
        text: piece.text.slice(start, end),
        ...(at === undefined ? {} : { at: at + start }),
      });
    }
  }
  return pieces;
}

/** The words that a text has without quotes around it: blanks separate them, except inside quoted pieces. */
export function splitOnBlanks(pieces: Field): readonly Field[] {
  const fields: Piece[][] = [];
  let open: Piece[] | undefined;
  const close = () => {
    if (open && open.length > 0) fields.push(open);
    open = undefined;
  };
  for (const piece of pieces) {
    if (piece.quoted || piece.unknown !== undefined) {
      open = [...(open ?? []), piece];
      continue;
    }
    for (const { 0: chunk, index } of piece.text.matchAll(/\s+|\S+/g)) {
      if (/^\s/.test(chunk)) close();
      else {
        const { at, ...rest } = piece;
        open = [...(open ?? []), { ...rest, text: chunk, ...(at === undefined ? {} : { at: at + index }) }];
      }
    }
  }
  close();
  return fields;
}
