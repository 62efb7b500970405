import { plainMessage } from "../plainMessage.ts";

/** What SARIF says about a rule, from its page; each is empty where the page lacks it. */
export interface RuleHelp {
  /** The first paragraph of the reason, within the limit of code scanning. */
  readonly full: string;
  /** Reason, fix and when not to use it, in plain text without the examples. */
  readonly text: string;
  /** The page without its heading, which is the rule's name. */
  readonly markdown: string;
}

/** GitHub cuts a description here. */
const LONGEST = 1024;

/** Takes the page of a rule apart. */
export function ruleHelp(page: string): RuleHelp {
  const body = page.replace(/^# .*\n+/, "").trim();
  // Outside of the documentation's folder a relative link leads nowhere.
  const markdown = body.replace(/\[([^\]]*)\]\((?!https?:)[^)]*\)/g, "$1");
  const why = sectionOf(markdown, "Why");
  const text = [
    ["Why", why],
    ["Fix", sectionOf(markdown, "Fix")],
    ["When not to use it", sectionOf(markdown, "When not to use it")],
  ]
    .filter(([, content]) => content !== "")
    .map(([heading, content]) => `${heading}:\n${plain(content ?? "")}`)
    .join("\n\n");
  return { full: shortened(plain(why.split("\n\n")[0] ?? "")), text, markdown };
}

/** What stands under a heading, without blocks of code. */
function sectionOf(markdown: string, heading: string): string {
  const prose = markdown.replace(/^```[\s\S]*?^```$/gm, "");
  const section = prose.split(/^## /m).find((part) => part.startsWith(`${heading}\n`)) ?? "";
  return section
    .slice(heading.length)
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}

function plain(markdown: string): string {
  return plainMessage(markdown.replace(/\[([^\]]*)\]\(([^)]*)\)/g, "$1 ($2)").replaceAll("**", ""));
}

/** Ends with a whole sentence, where one fits. */
function shortened(text: string): string {
  if (text.length <= LONGEST) return text;
  const start = text.slice(0, LONGEST - 1);
  const sentence = start.lastIndexOf(". ");
  return sentence > 0 ? start.slice(0, sentence + 1) : `${start}…`;
}
