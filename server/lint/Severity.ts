/** From the least severe to the most. */
export const SEVERITIES = ["hint", "information", "warning", "error"] as const;

export type Severity = (typeof SEVERITIES)[number];

/** The severities that a person can set for a rule. */
export const RULE_SEVERITIES = ["off", ...SEVERITIES] as const;

export type RuleSeverity = (typeof RULE_SEVERITIES)[number];

/** Severity per rule name, where it is not the default. */
export type RuleSeverities = Readonly<Record<string, RuleSeverity>>;

/** One step less severe; a hint stays a hint. For findings whose number is extrapolated. */
export function lowered(severity: Severity): Severity {
  return SEVERITIES[Math.max(SEVERITIES.indexOf(severity) - 1, 0)] ?? "hint";
}

/** Whether `severity` is `threshold` or worse. */
export function atLeast(severity: Severity, threshold: Severity): boolean {
  return SEVERITIES.indexOf(severity) >= SEVERITIES.indexOf(threshold);
}
