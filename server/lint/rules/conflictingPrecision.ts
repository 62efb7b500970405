import type { ConflictFile } from "../../config/dialect/Dialect.ts";
import { conditionHolds } from "../../config/dialect/evaluateSettings.ts";
import { settingText } from "../../config/dialect/readKey.ts";
import type { TrainingConfig } from "../../config/run/TrainingConfig.ts";
import { constraintFindings, hasConstraintsFor } from "./constraintFindings.ts";
import { keyFix } from "./fixes/keyFix.ts";
import type { RawFinding, Rule } from "./Rule.ts";

/** Settings that exclude each other, as the dialect's descriptor lists them. */
export const conflictingPrecision: Rule = {
  name: "conflicting-precision",
  summary: "Precision settings that exclude each other",
  severity: "error",
  category: "contradiction",
  fix: "changes the run",
  readsDialect: (dialect) =>
    dialect.conflicts.length > 0 || hasConstraintsFor("conflicting-precision")(dialect),
  check({ config }) {
    const listed = config.dialect.conflicts.flatMap((conflict) =>
      conditionHolds(conflict.when, config.readings) === true ? finding(config, conflict) : [],
    );
    return [...listed, ...constraintFindings(config, "conflicting-precision")];
  },
};

function finding(config: TrainingConfig, conflict: ConflictFile): readonly RawFinding[] {
  const { readings } = config;
  const places = Object.keys(conflict.when).flatMap((key) => {
    const span = readings.isStated(key) ? readings.stated(key)?.span : undefined;
    return span ? [{ span, shown: `\`${settingText(readings, key)}\`` }] : [];
  });
  const last = [...places].sort((a, b) => a.span.start - b.span.start).at(-1);
  if (last === undefined) return [];
  const others = places.filter(({ span }) => span.start !== last.span.start);
  const what =
    others.length === 0
      ? `${last.shown} cannot stand as written: ${conflict.because}.`
      : `${places.map(({ shown }) => shown).join(" and ")} exclude each other: ${conflict.because}. Keep one of them.`;
  const fixes = conflict.resolve.flatMap((values, i) => keyFix(config, values, i === 0));
  return [
    {
      span: last.span,
      message: what,
      related: others.map(({ span, shown }) => ({ span, message: `${shown} stands against it` })),
      fixes,
    },
  ];
}
