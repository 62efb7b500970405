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
  const open: Reach[] = [];
  const reaches: Reach[] = [];
  const idle: Reaches["idle"][number][] = [];
  for (const directive of directives) {
    for (const name of directive.names) {
      if (directive.kind === "enable") {
        const index = open.findLastIndex((one) => one.name.text === name.text);
        const [opened] = index < 0 ? [] : open.splice(index, 1);
        if (opened === undefined) idle.push({ directive, name });
        else reaches.push({ ...opened, end: directive.span.start, closed: { directive, name } });
      } else {
        const reach = reachOf(text, lines, directive, name);
        if (reach !== undefined) (directive.kind === "disable" ? open : reaches).push(reach);
      }
    }
  }
  return { reaches: [...reaches, ...open], idle };
}

function reachOf(text: string, lines: LineMap, directive: Directive, name: DirectiveName): Reach | undefined {
  const { kind, span } = directive;
  const line = lines.lineAt(span.start);
  switch (kind) {
    case "disable-line":
      return { directive, name, start: lines.startOf(line), end: lines.endOf(line), width: 0 };
    case "disable-next-line":
      return { directive, name, ...nextLine(lines, line), width: 0 };
    case "disable":
      return { directive, name, start: span.end, end: text.length + 1, width: 1 };
    case "disable-file":
      return { directive, name, start: 0, end: text.length + 1, width: 2 };
    default:
      return undefined;
  }
}

/** The next line that holds more than a comment, and the comments and empty lines before it. */
function nextLine(lines: LineMap, line: number): { readonly start: number; readonly end: number } {
  let last = line + 1;
  while (last < lines.count - 1 && /^(?:$|#|\/\/)/.test(lines.trimmed(last))) last++;
  return { start: lines.startOf(line + 1), end: lines.endOf(last) };
}
