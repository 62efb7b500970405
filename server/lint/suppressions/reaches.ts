import { LineMap } from "./LineMap.ts";
import type { Directive, DirectiveName } from "./readDirective.ts";

/** Where one name of a comment silences findings: those that start in it. */
export interface Reach {
  readonly directive: Directive;
  readonly name: DirectiveName;
  /** The comment that ends a block, with the name in it. */
  readonly closed?: { readonly directive: Directive; readonly name: DirectiveName };
  readonly start: number;
  readonly end: number;
  /** Of several that reach a finding the narrowest one counts: 0 is one line. */
  readonly width: 0 | 1 | 2;
}

/** What the comments of a text reach, and the names of `bitlaw-enable` comments that end nothing. */
export interface Reaches {
  readonly reaches: readonly Reach[];
  readonly idle: readonly { readonly directive: Directive; readonly name: DirectiveName }[];
}

/** The reach of every name in comments that are in the order of the text. */
export function reachesOf(text: string, directives: readonly Directive[]): Reaches {
  const lines = new LineMap(text);
  const open = new Map<string, Reach[]>();
  const reaches: Reach[] = [];
  const idle: Reaches["idle"][number][] = [];
  for (const directive of directives) {
    const place = placeOf(text, lines, directive);
    for (const name of directive.names) {
      const begun = open.get(name.text) ?? [];
      if (directive.kind === "enable") {
        const opened = begun.pop();
        if (opened === undefined) idle.push({ directive, name });
        else reaches.push({ ...opened, end: directive.span.start, closed: { directive, name } });
      } else if (place !== undefined) {
        const reach = { directive, name, ...place };
        if (directive.kind !== "disable") reaches.push(reach);
        else if (begun.push(reach) === 1) open.set(name.text, begun);
      }
    }
  }
  return { reaches: [...reaches, ...[...open.values()].flat()], idle };
}

function placeOf(
  text: string,
  lines: LineMap,
  { kind, span }: Directive,
): Pick<Reach, "start" | "end" | "width"> | undefined {
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
