import { nearestNames } from "../../science/nearestNames.ts";
import { endOfLine, startOfLine } from "../edits/lines.ts";
import type { TextEdit } from "../edits/TextEdit.ts";
import type { Finding } from "../Finding.ts";
import { suggestionFixes } from "../rules/fixes/keyFix.ts";
import { unknownSuppression } from "../rules/RuleDeclaration.ts";
import { isRuleName, RULE_NAMES } from "../rules/rules.ts";
import { DIRECTIVES, type Directive, type DirectiveName, MOST_SLIPS } from "./readDirective.ts";

/** Comments that have no effect: an unknown word after `bitlaw-`, no rule, or an unknown rule. At most so many. */
export function unknownFindings(
  text: string,
  directives: readonly Directive[],
  most: number,
): readonly Finding[] {
  const findings: Finding[] = [];
  for (const directive of directives) {
    if (directive.kind === undefined) findings.push(unknownWord(directive.word));
    else if (directive.names.length === 0) findings.push(missingRuleFinding(directive));
    for (const name of directive.kind === undefined ? [] : directive.names) {
      if (findings.length >= most) return findings;
      if (!isRuleName(name.text)) findings.push(unknownName(text, directive, name));
    }
    if (findings.length >= most) return findings;
  }
  return findings;
}

function unknownWord(word: DirectiveName): Finding {
  const words = DIRECTIVES.map((one) => `bitlaw-${one}`);
  const message = `\`${word.text}\` is not a word that Bitlaw follows. Known: ${words.join(", ")}.`;
  // Only typing mistakes get suggestions: a wrong guess could silence more than was meant.
  const near = nearestNames(word.text, words, { slips: () => MOST_SLIPS });
  return finding(word, message, near);
}

function missingRuleFinding({ kind, word }: Directive): Finding {
  const what = kind === "enable" ? "enable" : "disable";
  return finding(word, `Name the rule to ${what}: \`${word.text} RULE\`.`, []);
}

function unknownName(text: string, directive: Directive, name: DirectiveName): Finding {
  if (/^[-\u2013\u2014]$/.test(name.text))
    return finding(name, `\`${name.text}\` is no rule. A reason stands behind two dashes: \` -- why\`.`, [
      "--",
    ]);
  const what = `There is no rule \`${name.text}\`, so the name disables nothing.`;
  const near = nearestNames(name.text, RULE_NAMES);
  if (near[0] !== undefined) return finding(name, `${what} Is \`${near[0]}\` meant?`, near);
  const title = directive.names.length === 1 ? "Remove this comment" : `Remove \`${name.text}\``;
  // The comment may contain information that is nowhere else.
  const removal = { title, edits: removeNames(text, [{ directive, name }]), safe: false };
  return { ...finding(name, `${what} \`bitlaw rules\` lists the rules.`, []), fixes: [removal] };
}

function finding({ span }: DirectiveName, message: string, suggestions: readonly string[]): Finding {
  return {
    rule: unknownSuppression.name,
    severity: unknownSuppression.severity,
    message,
    span,
    related: [],
    elsewhere: [],
    fixes: suggestionFixes(span, suggestions),
  };
}

/** Takes names out of comments; a comment that loses all of them goes, with its line where nothing else is on it. */
export function removeNames(
  text: string,
  unwanted: readonly { readonly directive: Directive; readonly name: DirectiveName }[],
): readonly TextEdit[] {
  const gone = new Set(unwanted.map(({ name }) => name));
  return [...new Set(unwanted.map(({ directive }) => directive))].flatMap((directive) => {
    const lastStaying = directive.names.findLastIndex((name) => !gone.has(name));
    return lastStaying < 0
      ? [removeComment(text, directive)]
      : directive.names.flatMap((name, i) => (gone.has(name) ? [removeName(directive, i, lastStaying)] : []));
  });
}

/** The name with the separator behind it, or before it where no other name follows that stays. */
function removeName({ names }: Directive, i: number, lastStaying: number): TextEdit {
  const { span } = names[i] as DirectiveName;
  const next = names[i + 1];
  if (next !== undefined && i < lastStaying)
    return { span: { start: span.start, end: next.span.start }, newText: "" };
  const before = names[i - 1];
  return { span: { start: before?.span.end ?? span.start, end: span.end }, newText: "" };
}

function removeComment(text: string, { span }: Directive): TextEdit {
  const lineStart = startOfLine(text, span.start);
  const before = text.slice(lineStart, span.start);
  if (before.trim() !== "") {
    const start = lineStart + before.trimEnd().length;
    return { span: { start, end: endOfLine(text, span.end) }, newText: "" };
  }
  const newline = text.indexOf("\n", span.end);
  if (newline >= 0) return { span: { start: lineStart, end: newline + 1 }, newText: "" };
  const start = lineStart === 0 ? 0 : endOfLine(text, startOfLine(text, lineStart - 1));
  return { span: { start: Math.min(start, lineStart), end: text.length }, newText: "" };
}
