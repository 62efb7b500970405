import { LineMap } from "./LineMap.ts";
import type { Directive, DirectiveName } from "./readDirective.ts";

/** Where one name of a comment silences findings: those that start in it. */
export interface SilencedRange {
  readonly directive: Directive;
  readonly name: DirectiveName;
  /** The comment that ends a block, with the name in it. */
  readonly closed?: { readonly directive: Directive; readonly name: DirectiveName };
  readonly start: number;
  readonly end: number;
  /** A finding can be in several ranges; the narrowest one counts. 0 is one line, 1 a block, 2 the whole file. */
  readonly width: 0 | 1 | 2;
}

/** The ranges that the comments of a text silence, and the names in `bitlaw-enable` comments that end no range. */
export interface SilencedRanges {
  readonly ranges: readonly SilencedRange[];
  readonly idle: readonly { readonly directive: Directive; readonly name: DirectiveName }[];
}

/** The ranges of every name in the comments, which are in the order of the text. */
export function silencedRanges(text: string, directives: readonly Directive[]): SilencedRanges {
  const lines = new LineMap(text);
  const open = new Map<string, SilencedRange[]>();
  const ranges: SilencedRange[] = [];
  const idle: SilencedRanges["idle"][number][] = [];
  for (const directive of directives) {
    const place = placeOf(text, lines, directive);
    for (const name of directive.names) {
      const begun = open.get(name.text) ?? [];
      if (directive.kind === "enable") {
        const opened = begun.pop();
        if (opened === undefined) idle.push({ directive, name });
        else ranges.push({ ...opened, end: directive.span.start, closed: { directive, name } });
      } else if (place !== undefined) {
        const range = { directive, name, ...place };
        if (directive.kind !== "disable") ranges.push(range);
        else if (begun.push(range) === 1) open.set(name.text, begun);
      }
    }
  }
  return { ranges: [...ranges, ...[...open.values()].flat()], idle };
}

function placeOf(
  text: string,
  lines: LineMap,
  { kind, span }: Directive,
): Pick<SilencedRange, "start" | "end" | "width"> | undefined {
  const line = lines.lineAt(span.start);
  switch (kind) {
    case "disable-line":
      return { start: lines.startOf(line), end: lines.endOf(line), width: 0 };
    case "disable-next-line":
      return { start: lines.startOf(line + 1), end: lines.endOf(lines.contentFrom(line + 1)), width: 0 };
    case "disable":
      return { start: span.end, end: text.length + 1, width: 1 };
    case "disable-file":
      return { start: 0, end: text.length + 1, width: 2 };
    default:
      return undefined;
  }
}
