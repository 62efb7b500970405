import type { ConfigLanguage } from "../../../server/config/document/ConfigDocument.ts";
import type { Span } from "../../../server/config/document/ConfigNode.ts";
import { readConfig } from "../../../server/config/readConfig.ts";
import type { TrainingConfig } from "../../../server/config/run/TrainingConfig.ts";
import type { Fact, Facts } from "../../../server/config/run/TrainingRun.ts";

/** The one training config of a text that a dialect must claim. */
export function configOf(text: string, language: ConfigLanguage = "yaml"): TrainingConfig {
  const reading = readConfig(text, language);
  if (reading.kind === "unreadable") throw new Error(reading.failure.message);
  const [config, ...more] = reading.kind === "configs" ? reading.configs : [];
  if (config === undefined || more.length > 0) throw new Error(`${reading.kind}, ${more.length} more`);
  return config;
}

/** Facts by name as plain values, formats by their names: every fact of the run, and only those. */
export function valuesOf({ run }: TrainingConfig): Readonly<Record<string, number | string | boolean>> {
  return Object.fromEntries(Object.entries(run.facts).map(([name, fact]) => [name, plainValue(fact)]));
}

/** Why each missing fact is missing. */
export function missingOf({ run }: TrainingConfig): Readonly<Record<string, string>> {
  return Object.fromEntries(run.missing.map(({ fact, because }) => [fact, because]));
}

/** A fact that must be there. */
export function factOf<K extends keyof Facts>({ run }: TrainingConfig, name: K): NonNullable<Facts[K]> {
  const fact = run.facts[name];
  if (!fact) throw new Error(`no ${name}: ${run.missing.map(({ because }) => because).join("; ")}`);
  return fact;
}

/** What the spans cover. */
export function coveredBy({ document }: TrainingConfig, spans: readonly Span[]): readonly string[] {
  return spans.map(({ start, end }) => document.text.slice(start, end));
}

function plainValue({ value }: Fact<unknown>): number | string | boolean {
  if (typeof value !== "object") return value as number | string | boolean;
  return (value as { readonly name: string }).name;
}
