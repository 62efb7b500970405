import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { resolve, sep } from "node:path";
import type { ReportContext, ReportProblem } from "../../lint/report/ReportContext.ts";
import { workspaceRootOf } from "../disk/workspaceRoot.ts";
import type { Output } from "../terminal/Output.ts";

/** What reports contain besides the findings. `pages` is the folder with the rules' pages, where it is known. */
export function reportContext(
  problems: readonly ReportProblem[],
  output: Output,
  version: string,
  pages: URL | undefined,
): ReportContext {
  const pageOf = (rule: string) => {
    const page = pages && new URL(`${rule}.md`, pages);
    return page && existsSync(page) ? page : undefined;
  };
  return {
    version,
    root: withSlashes(workspaceRootOf(".")),
    absolute: (path) => withSlashes(resolve(path)),
    problems,
    digest: (text) => createHash("sha256").update(text).digest("hex"),
    style: output.style,
    ruleUri: (rule) => pageOf(rule)?.href,
    rulePage: (rule) => {
      const page = pageOf(rule);
      return page && readFileSync(page, "utf8");
    },
  };
}

function withSlashes(path: string): string {
  return path.split(sep).join("/");
}
