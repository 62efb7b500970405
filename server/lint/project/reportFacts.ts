import type { Span } from "../../config/document/ConfigNode.ts";
import type { DeclarableKey } from "../../config/run/declarations.ts";
import type { Fact } from "../../config/run/TrainingRun.ts";
import { factFor } from "../../config/run/unusedDeclarations.ts";
import type { TrainingConfig } from "../../config/TrainingConfig.ts";
import { placesIn } from "../report/places.ts";
import type { OriginOf, SettingsSubject } from "./reportSettings.ts";
import type { FactSetting } from "./SettingsReport.ts";

type Use = Pick<FactSetting, "used" | "because">;

/** The facts that comments and project files declare for a file, and whether its config takes them. */
export function reportFacts(subject: SettingsSubject, originOf: OriginOf): readonly FactSetting[] {
  const { project, reads } = subject;
  const textAt = ({ file = "", start, end }: Span) => {
    const answer = reads.get(file);
    return answer?.kind === "file" ? answer.file.text.slice(start, end) : "";
  };
  const { declared = new Map(), measured = [] } = project?.declarations ?? {};
  const facts = Array.from(
    declared.values(),
    (one): FactSetting => ({
      key: one.key,
      value: textAt(one.valueSpan),
      origin: originOf(one.keySpan, ({ declarations }) => declarations.declared.get(one.key) === one),
      ...useOf(subject, one.key, one.valueSpan),
    }),
  );
  const measurements = measured.map(
    (one): FactSetting => ({
      key: "measured",
      value: one.text,
      origin: originOf(one.valueSpan, ({ declarations }) => declarations.measured.includes(one)),
      ...useOf(subject, "measured", one.valueSpan),
    }),
  );
  return [...facts, ...measurements, ...factsOfComments(subject)];
}

function factsOfComments(subject: SettingsSubject): readonly FactSetting[] {
  const { analysis, named, pathOf } = subject;
  if (analysis === undefined) return [];
  const placeOf = placesIn(named, analysis, pathOf);
  return analysis.assessments.flatMap(({ config: { declarations } }) => {
    const all = [
      ...Array.from(declarations.declared.values(), ({ key, keySpan, valueSpan }) => ({
        key,
        at: keySpan,
        valueSpan,
      })),
      ...declarations.measured.map(({ valueSpan }) => ({
        key: "measured" as const,
        at: valueSpan,
        valueSpan,
      })),
    ];
    return all
      .filter(({ at }) => at.file === undefined)
      .map(
        ({ key, at, valueSpan }): FactSetting => ({
          key,
          value: analysis.text.slice(valueSpan.start, valueSpan.end),
          origin: { kind: "comment", ...placeOf(at) },
          ...useOf(subject, key, valueSpan),
        }),
      );
  });
}

/** Of several configs in a file, one that takes it is enough. */
function useOf({ analysis }: SettingsSubject, key: DeclarableKey, at: Span): Use {
  const uses = (analysis?.assessments ?? []).map(({ config }) => useIn(config, key, at));
  return uses.find(({ used }) => used) ?? uses[0] ?? {};
}

function useIn({ run, declarations, companions }: TrainingConfig, key: DeclarableKey, at: Span): Use {
  const isHere = (span: Span) => span.file === at.file && span.start === at.start;
  const facts = [...(Object.values(run.facts) as Fact<unknown>[]), ...run.measured];
  if (facts.some((fact) => fact.at.some(isHere)) || companions.some((one) => isHere(one.at)))
    return { used: true };
  const winner = declarations.declared.get(key);
  if (winner !== undefined && !isHere(winner.valueSpan))
    return { used: false, because: "a comment in the file wins" };
  const fact = factFor(key, run.facts);
  if (fact === undefined) return { used: false, because: "the config has no use for it as it stands" };
  return { used: false, because: `the config says otherwise: ${fact.how}` };
}
