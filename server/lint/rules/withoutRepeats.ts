import type { Finding } from "../Finding.ts";
import { atLeast } from "../Severity.ts";

/**
 * The findings without those constraints that another rule has said already: at the same place, or at one that its
 * finding names, and as severe. A rule about one kind of setting has the better words for it.
 */
export function withoutRepeats(findings: readonly Finding[]): readonly Finding[] {
  const others = findings.filter(({ constraint }) => constraint === undefined);
  return findings.filter(
    (one) => one.constraint === undefined || !others.some((other) => repeats(one, other)),
  );
}

/** Rules that say what a framework does with the settings, and not what the run becomes. */
const ABOUT_SETTINGS: ReadonlySet<string> = new Set([
  ...["conflicting-precision", "inactive-precision", "companion-disagrees", "compute-dtype-mismatch"],
  ...["loss-scaling", "quantized-base-full-finetune", "unsupported-format", "group-size-mismatch"],
  ...["unknown-precision-value", "misread-number", "duplicate-key", "unusable-value"],
]);

function repeats(one: Finding, other: Finding): boolean {
  if (!ABOUT_SETTINGS.has(other.rule) || !atLeast(other.severity, one.severity)) return false;
  const places = [
    other.span,
    ...(other.rule === "conflicting-precision" ? other.related.map(({ span }) => span) : []),
  ];
  return places.some(({ start, file }) => start === one.span.start && file === one.span.file);
}
