import type { RuleSeverities } from "./analyse.ts";
import type { Finding } from "./Finding.ts";

/** The findings with the severities that somebody chose; those of rules that are off are left out. */
export function withSeverities(
  findings: readonly Finding[],
  severities: RuleSeverities = {},
): readonly Finding[] {
  return findings.flatMap((finding) => {
    const severity = severities[finding.rule];
    if (severity === "off") return [];
    return severity === undefined ? [finding] : [{ ...finding, severity }];
  });
}
