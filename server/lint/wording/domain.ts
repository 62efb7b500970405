import type { DomainStatus, Law } from "../../science/laws/Law.ts";
import { times } from "./numbers.ts";

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

/** The law behind a number, with its status: "`sun-2025`, tokens 42× beyond its fit." */
export function sourceNote(law: Law, domain: DomainStatus): string {
  const outside = extrapolation(domain);
  return `\`${law.file.name}\`${outside ? `, extrapolated: ${outside}` : ", inside its fit"}.`;
}
