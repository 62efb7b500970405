import { nearest } from "../../config/run/declarations.ts";
import type { Finding } from "../Finding.ts";
import { suggestionFixes } from "../fixes/suggestionFixes.ts";
import { DECLARED_RULES } from "../rules/rules.ts";
import { unknownSuppression } from "../rules/unknownSuppression.ts";
import { DIRECTIVES, type Directive, type DirectiveName } from "./readDirective.ts";

const NAMES: ReadonlySet<string> = new Set(DECLARED_RULES.map(({ name }) => name));

/** Whether a rule has this name. */
export function isRuleName(name: string): boolean {
  return NAMES.has(name);
}

/** Comments that cannot be followed: another word than Bitlaw's, no rule, or a rule that there is not. At most so many. */
export function unknownFindings(directives: readonly Directive[], most: number): readonly Finding[] {
  const findings: Finding[] = [];
  for (const directive of directives) {
    if (directive.kind === undefined) findings.push(unknownWord(directive.word));
    else if (directive.names.length === 0) findings.push(nameless(directive));
    for (const name of directive.kind === undefined ? [] : directive.names) {
      if (findings.length >= most) return findings;
      if (!isRuleName(name.text)) findings.push(unknownName(name));
    }
    if (findings.length >= most) return findings;
  }
  return findings;
}

function unknownWord(word: DirectiveName): Finding {
  const words = DIRECTIVES.map((one) => `bitlaw-${one}`);
  const message = `\`${word.text}\` is not a word that Bitlaw follows. Known: ${words.join(", ")}.`;
  return finding(word, message, nearest(word.text, words));
}

function nameless({ kind, word }: Directive): Finding {
  const what = kind === "enable" ? "enable" : "disable";
  return finding(word, `Name the rule to ${what}: \`${word.text} RULE\`.`, []);
}

function unknownName(name: DirectiveName): Finding {
  const near = nearest(name.text, [...NAMES]);
  const meant = near[0] === undefined ? "" : ` Is \`${near[0]}\` meant?`;
  return finding(name, `There is no rule \`${name.text}\`, so the name disables nothing.${meant}`, near);
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
