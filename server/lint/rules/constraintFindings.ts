import type { Outcome } from "../../config/dialect/Constraint.ts";
import { compareVersions } from "../../config/dialect/compareVersions.ts";
import {
  constraintHolds,
  namesAsked,
  nearestAccepted,
  type See,
  type Seen,
} from "../../config/dialect/constraintHolds.ts";
import {
  allConstraintsOf,
  type Constraint,
  constraintsOf,
  partsOf,
} from "../../config/dialect/constraintsOf.ts";
import { conditionHolds } from "../../config/dialect/evaluateSettings.ts";
import { PLACEHOLDER } from "../../config/dialect/inNamesOf.ts";
import { expandWildcards, KeyReadings, settingText, spelling } from "../../config/dialect/readKey.ts";
import { locate } from "../../config/document/ConfigDocument.ts";
import type { Span } from "../../config/document/ConfigNode.ts";
import { describesFinishedWeights } from "../../config/run/finishedWeights.ts";
import { packageVersion } from "../../config/run/packageVersion.ts";
import { ownerOf, seeConfig } from "../../config/run/seeConfig.ts";
import type { TrainingConfig } from "../../config/run/TrainingConfig.ts";
import { memoized } from "../../science/numerics/memoized.ts";
import { atLeast, lowered, type Severity } from "../Severity.ts";
import { keyFix } from "./fixes/keyFix.ts";
import type { RawFinding } from "./Rule.ts";
import { unknownKeys } from "./unknownKeys.ts";

/** The rules that report constraints. */
export type ConstraintRule =
  | "conflicting-precision"
  | "inactive-precision"
  | "refused-setting"
  | "changed-setting"
  | "slow-setting";

/** What each outcome is called in a message, and how severe it is unless the constraint says otherwise. */
const OUTCOMES: Readonly<
  Record<
    Outcome,
    /** What one setting does, and what several do. */
    {
      readonly says: string;
      readonly say: string;
      /** What one setting does where that engine serves the model. */
      readonly serving: (engine: string) => string;
      readonly severity: Severity;
      readonly rule: ConstraintRule;
    }
  >
> = {
  "stops at start": {
    says: "stops the run at its start",
    say: "stop the run at its start",
    serving: (engine) => `stops ${engine} at its start`,
    severity: "error",
    rule: "refused-setting",
  },
  "stops later": {
    says: "stops the run after its start",
    say: "stop the run after its start",
    serving: (engine) => `stops ${engine} after its start`,
    severity: "error",
    rule: "refused-setting",
  },
  "wrong result": {
    says: "gives a wrong result",
    say: "give a wrong result",
    serving: (engine) => `gives a wrong result in ${engine}`,
    severity: "error",
    rule: "changed-setting",
  },
  "changed in silence": {
    says: "is changed in silence",
    say: "are changed in silence",
    serving: (engine) => `is changed in silence by ${engine}`,
    severity: "warning",
    rule: "changed-setting",
  },
  ignored: {
    says: "has no effect here",
    say: "have no effect here",
    serving: (engine) => `has no effect in ${engine}`,
    severity: "warning",
    rule: "inactive-precision",
  },
  slow: {
    says: "is slow here",
    say: "are slow here",
    serving: (engine) => `is slow in ${engine}`,
    severity: "information",
    rule: "slow-setting",
  },
};

/** The rule that reports a constraint. */
export function ruleOf({ what, exclusive }: Pick<Constraint, "what" | "exclusive">): ConstraintRule {
  return exclusive ? "conflicting-precision" : OUTCOMES[what].rule;
}

/** Whether a dialect, or an engine of it, has a constraint that the rule reports. */
export function hasConstraintsFor(rule: ConstraintRule): (dialect: TrainingConfig["dialect"]) => boolean {
  return (dialect) => allConstraintsOf(dialect).some((one) => ruleOf(one) === rule);
}

/** The findings of one rule about the constraints of a config's dialect, and of companions that stand in the config. */
export function constraintFindings(config: TrainingConfig, rule: ConstraintRule): readonly RawFinding[] {
  return findingsByRule(config).get(rule) ?? [];
}

/** All constraints are checked once for a config, whichever rule asks first. */
const findingsByRule = memoized((config: TrainingConfig) => {
  const byCause = new Map<string, Found>();
  for (const one of allFindings(config)) {
    const cause = `${one.found.span.file ?? ""} ${one.found.span.start} ${causeOf(one.constraint)}`;
    const other = byCause.get(cause);
    if (other === undefined || !atLeast(severityIn(other), severityIn(one))) byCause.set(cause, one);
  }
  const byRule = new Map<ConstraintRule, RawFinding[]>();
  for (const { constraint, found } of byCause.values()) {
    const rule = ruleOf(constraint);
    byRule.set(rule, [...(byRule.get(rule) ?? []), found]);
  }
  return byRule;
});

/**
 * Two constraints about the same keys at the same place are one cause: the more severe of them is reported, else the
 * first. The family of a checkpoint and the type of its weights count as the same: one follows from the other. Tables of
 * two engines are not one cause: each takes schemes of its own.
 */
function causeOf({ when = {}, accepts, unknownKeys: block, id }: Constraint): string {
  if (block || accepts) return id;
  const names = namesAsked({ when }).map((name) => (FAMILY.has(name) ? "checkpoint" : name));
  return [...new Set(names)].toSorted().join(" ");
}

const FAMILY: ReadonlySet<string> = new Set(["checkpoint:type", "checkpoint:dtype"]);

function severityIn({ constraint, found }: Found): Severity {
  return found.severity ?? OUTCOMES[constraint.what].severity;
}

interface Found {
  readonly constraint: Constraint;
  readonly found: RawFinding;
}

function allFindings(config: TrainingConfig): readonly Found[] {
  const see = seeConfig(config);
  const parts = partConfigs(config).flatMap((part) => ownFindings(part, seePart(part, see)));
  const own = [...ownFindings(config, see), ...parts];
  const companions = config.companions.flatMap((companion) => companionFindings(companion));
  return [...(describesFinishedWeights(config) ? own.map(withoutFixes) : own), ...companions];
}

function withoutFixes({ constraint, found }: Found): Found {
  return { constraint, found: { ...found, fixes: [] } };
}

function ownFindings(config: TrainingConfig, see: See): readonly Found[] {
  return constraintsOf(config.dialect).flatMap((constraint) =>
    findings(config, constraint, see).map((found) => ({ constraint, found })),
  );
}

/** The blocks that engines check one by one, each as a config of its own. */
function partConfigs(config: TrainingConfig): readonly TrainingConfig[] {
  const { root, loader } = config.readings;
  const parts = partsOf(config.dialect).filter(({ when }) => conditionHolds(when, config.readings) === true);
  return parts.flatMap(({ each, dialect }) =>
    each
      .flatMap((path) => expandWildcards(root, path.split("."), loader))
      .flatMap((path) => {
        const block = locate(root, path)?.node;
        if (block?.kind !== "map") return [];
        const readings = new KeyReadings(dialect, block, config.document.language);
        return [{ ...config, dialect, readings, ownReadings: readings, companions: [] }];
      }),
  );
}

/** Within a part, `file:KEY` is a key of the whole file. */
function seePart(part: TrainingConfig, whole: See): See {
  const own = seeConfig(part);
  return (name) => (name.startsWith(FILE) ? whole(name.slice(FILE.length)) : own(name));
}

const FILE = "file:";

/**
 * Those about settings of another tool inside of this file. A file of its own is checked as one, but for what its
 * trainer puts in the place of `auto`.
 */
function companionFindings({ config, path }: TrainingConfig["companions"][number]): readonly Found[] {
  const all = allFindings(config);
  return path === undefined ? all : all.filter(({ constraint }) => dependsOnTrainer(config, constraint));
}

function dependsOnTrainer({ readings }: TrainingConfig, constraint: Constraint): boolean {
  return namesAsked(constraint).some((name) => {
    const value = readings.dialect.keys[name] && readings.stated(name)?.value;
    return value?.type === "string" && value.value === "auto" && readings.word(name) !== "auto";
  });
}

function findings(config: TrainingConfig, constraint: Constraint, see: See): readonly RawFinding[] {
  const { when, accepts, unknownKeys: block } = constraint;
  const holding = releaseHolds(config, constraint);
  if (holding === false || (when && constraintHolds(when, see) !== true)) return [];
  const nearest = accepts && nearestAccepted(accepts, see);
  if (accepts && !nearest) return [];
  const severity = severityOf(constraint, holding);
  const because = `${filled(constraint, see)}${holding === undefined ? releasesText(constraint) : ""}`;
  if (block) {
    const { says, say } = OUTCOMES[constraint.what];
    const words = (names: string, several: boolean) => `${names} ${several ? say : says}: ${because}.`;
    const stops = ruleOf(constraint) === "refused-setting";
    return unknownKeys(config, block, words, stops).map((one) => ({
      ...one,
      severity,
      constraint: constraint.id,
    }));
  }
  const stated = namesAsked({ when: when ?? {} }).flatMap((name) => placeOf(config, name, see) ?? []);
  const keys = [
    ...(nearest?.differing ?? []),
    ...(constraint.key === undefined ? [] : [constraint.key].flat()),
  ];
  const at = keys.flatMap((name) => placeOf(config, name, see) ?? [])[0] ?? stated[0];
  if (!at) return [];
  const ways = [...(nearest?.row.resolve ? [nearest.row.resolve] : []), ...constraint.resolve];
  const others = stated.filter((one, i) => !isAt(at)(one) && stated.findIndex(isAt(one)) === i);
  return [
    {
      span: at.span,
      message: `${at.shown} ${says(constraint)}: ${because}${nearest ? `; the nearest is ${nearest.row.name}` : ""}.`,
      severity,
      related: others.map(({ span, shown }) => ({ span, message: `${shown} is part of it` })),
      fixes: ways.flatMap((values, i) => keyFix(config, values, i === 0)),
      constraint: constraint.id,
    },
  ];
}

function says({ what, serving }: Constraint): string {
  return serving === undefined ? OUTCOMES[what].says : OUTCOMES[what].serving(serving);
}

/** One step less severe where it is not known whether the release at hand does so, unless all recent ones do. */
function severityOf({ what, severity }: Constraint, holding: boolean | undefined): Severity {
  const usual = severity?.level ?? OUTCOMES[what].severity;
  return holding === undefined && !severity?.unlowered ? lowered(usual) : usual;
}

/** Whether the release that the run uses does so; undefined where it is not known, and not all of them do. */
function releaseHolds(
  config: TrainingConfig,
  { since, until, file, ...one }: Constraint,
): boolean | undefined {
  if (since === undefined && until === undefined) return true;
  const name = one.package ?? file.package;
  const version = name === undefined ? undefined : packageVersion(config, name);
  if (version === undefined) return undefined;
  const order = (other: string) => compareVersions(version, other) ?? 0;
  return (since === undefined || order(since) >= 0) && (until === undefined || order(until) < 0);
}

/** ` (DeepSpeed from 0.17.1, before 0.18)`. */
function releasesText({ since, until, file, ...one }: Constraint): string {
  const name = one.package === undefined || one.package === file.package ? file.name : one.package;
  const from = since === undefined ? [] : [`from ${since}`];
  const to = until === undefined ? [] : [`before ${until}`];
  return ` (${name} ${[...from, ...to].join(", ")})`;
}

interface Place {
  readonly span: Span;
  /** `fp8: true` in backquotes; a map or a list by its key alone. */
  readonly shown: string;
}

function isAt({ span }: Place): (other: Place) => boolean {
  return (other) => other.span.start === span.start && other.span.file === span.file;
}

/** Where a key is written; undefined where it is not. */
function placeOf(config: TrainingConfig, name: string, see: See): Place | undefined {
  const owner = ownerOf(config, name);
  const readings = owner?.config.readings;
  if (!owner || !readings?.dialect.keys[owner.key] || see(name)?.stated !== true) return undefined;
  const reading = readings.stated(owner.key);
  if (reading === undefined) return undefined;
  const key = spelling(readings, owner.key);
  const { node, entry } = reading.located;
  if (node.kind === "scalar")
    return {
      span: reading.span,
      shown: `\`${settingText(readings, owner.key, wordText(see(name)) ?? node.text)}\``,
    };
  return { span: entry?.keySpan ?? reading.span, shown: `\`${key}\`` };
}

/** A value in words; undefined where it is not known, or a number without digits. */
function wordText(seen: Seen | undefined): string | undefined {
  const word = seen?.word;
  if (word === undefined || (typeof word === "number" && !Number.isFinite(word))) return undefined;
  return word === null ? "nothing" : String(word);
}

function filled({ because }: Constraint, see: See): string {
  return because.replace(PLACEHOLDER, (_, name: string) => wordText(see(name)) ?? `\`${name}\``);
}
