import { readFile } from "node:fs/promises";
import { markdownText } from "../../lint/report/rules/markdownText.ts";
import { rulesReport, rulesText } from "../../lint/report/rules/rulesReport.ts";
import { DECLARED_RULES } from "../../lint/rules/rules.ts";
import { unknownName } from "../../lint/wording/unknownName.ts";
import { type Output, writeJson } from "../terminal/Output.ts";

/** Longer lines are hard to read, however wide the terminal is. */
const WIDEST = 100;

/**
 * `bitlaw rules`: all rules, or the page of one. `pages` is the folder with the pages. Exit code 2 for an unknown name
 * and where the page is not there to be shown, else 0.
 */
export async function showRules(
  name: string | undefined,
  format: "text" | "json",
  output: Output,
  pages: URL | undefined,
): Promise<number> {
  if (name === undefined) {
    if (format === "json") writeJson(rulesReport(DECLARED_RULES), output);
    else output.out(rulesText(DECLARED_RULES, output.style));
    return 0;
  }
  const rule = DECLARED_RULES.find((one) => one.name === name);
  if (rule === undefined) {
    const names = DECLARED_RULES.map((one) => one.name);
    output.error(`${unknownName("rule", name, names)}\n`);
    return 2;
  }
  const page = await pageOf(name, pages);
  if (format === "json") {
    writeJson(rulesReport([rule], page), output);
    return 0;
  }
  if (page === undefined) {
    output.error(
      `The page of ${name} is not beside this installation, in docs/rules: install Bitlaw again, or see \`bitlaw rules\` for the summary.\n`,
    );
    return 2;
  }
  output.out(markdownText(page, output.style, Math.min(WIDEST, process.stdout.columns ?? WIDEST)));
  return 0;
}

async function pageOf(name: string, pages: URL | undefined): Promise<string | undefined> {
  if (pages === undefined) return undefined;
  return readFile(new URL(`${name}.md`, pages), "utf8").catch(() => undefined);
}
