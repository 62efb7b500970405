import type { DialectFile } from "./Dialect.ts";
import { holds, type Properties } from "./evaluateSettings.ts";
import { type KeyReadings, spelling } from "./readKey.ts";

/** Settings that exclude each other say nothing about the run: the properties that rest on them are unknown. */
export function withoutContradictions(
  properties: Properties,
  { conflicts }: DialectFile,
  readings: KeyReadings,
): Properties {
  const known = new Map(properties.known);
  const unknown = new Map(properties.unknown);
  for (const { when } of conflicts) {
    if (holds(when, readings) !== true) continue;
    const keys = Object.keys(when);
    const because = `${keys.map((key) => `\`${spelling(readings, key)}\``).join(" and ")} exclude each other`;
    for (const [name, property] of properties.known) {
      if (!property.keys.some((key) => keys.includes(key))) continue;
      known.delete(name);
      unknown.set(name, because);
    }
  }
  return { known, unknown };
}
