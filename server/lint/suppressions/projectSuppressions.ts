import type { Finding } from "../Finding.ts";
import { placesOfKey } from "./placesOfKey.ts";
import type { Suppression } from "./Suppression.ts";
import type { SuppressionSubject } from "./suppress.ts";

/** What the project file silences in a file: for a finding, the entry that does. */
export function projectSuppressions({
  assessments,
  options,
}: SuppressionSubject): (finding: Finding) => Suppression | undefined {
  const entries = (options.suppressions ?? []).map((entry) => {
    const { key } = entry;
    const documents = assessments.map(({ config }) => config.document);
    const places = key === undefined ? undefined : documents.flatMap((one) => placesOfKey(one, key));
    return { entry, places };
  });
  return ({ rule, span }) => {
    const found = entries.find(
      ({ entry, places }) =>
        entry.rules.includes(rule) &&
        (places === undefined || places.some(({ start, end }) => start <= span.start && span.start <= end)),
    );
    if (found === undefined) return undefined;
    const { at, reason } = found.entry;
    return { kind: "project", ...(at ? { at } : {}), ...(reason ? { reason } : {}) };
  };
}
