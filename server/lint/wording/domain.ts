import type { DescribedRecord } from "../../science/backtest/recordFor.ts";
import type { DomainStatus, Law } from "../../science/laws/Law.ts";
import { times } from "./numbers.ts";
import { disagreementNote } from "./recordText.ts";

const NAMES: Readonly<Record<string, string>> = {
  block: "block size",
  exponent: "exponent bits",
  mantissa: "mantissa bits",
  tokensPerParameter: "tokens per parameter",
};

/** "tokens 42× beyond its fit, parameters 3.9× below it", or undefined where everything is inside. */
export function extrapolation({ inside, factors }: DomainStatus): string | undefined {
  if (inside) return undefined;
  return Object.entries(factors)
    .map(([variable, factor], i) => {
      const amount = factor >= 1 ? `${times(factor)} beyond` : `${times(1 / factor)} below`;
      return `${NAMES[variable] ?? variable} ${amount} ${i === 0 ? "its fit" : "it"}`;
    })
    .join(", ");
}

/** "extrapolated: tokens 42× beyond its fit", or "inside its fit". */
export function domainNote(domain: DomainStatus): string {
  const outside = extrapolation(domain);
  return outside ? `extrapolated: ${outside}` : "inside its fit";
}

/** ", extrapolated: tokens 42× beyond its fit", to follow the name of a law. Empty where everything is inside. */
export function extrapolationNote(domain: DomainStatus): string {
  const outside = extrapolation(domain);
  return outside ? `, extrapolated: ${outside}` : "";
}

/**
 * The law behind a number, with its status: "`sun-2025`, tokens 42× beyond its fit." Where published measurements
 * disagree with it by more than a factor 3 or in sign, that is said too.
 */
export function sourceNote(law: Law, domain: DomainStatus, record?: DescribedRecord): string {
  const disagreement = disagreementNote(record);
  return `\`${law.file.name}\`, ${domainNote(domain)}${disagreement ? `; ${disagreement}` : ""}.`;
}
