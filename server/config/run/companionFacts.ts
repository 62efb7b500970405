import type { Companion } from "./TrainingConfig.ts";
import type { Fact, FactName, Facts, MissingFact, TrainingRun } from "./TrainingRun.ts";

/**
 * The run with the facts of its companions: where its own config does not give a fact, uses the framework's default, or
 * knows the model only by name. Facts that the config itself states are kept, except for those that the companion
 * decides. A contradiction between the two is a separate finding.
 */
export function withCompanionFacts(run: TrainingRun, companions: readonly Companion[]): TrainingRun {
  const facts: Record<string, Fact<unknown> | undefined> = { ...run.facts };
  const named = run.facts.parameters;
  const opened: MissingFact[] = [];
  for (const companion of companions) {
    for (const [own, theirs] of Object.entries(companion.file.facts ?? {})) {
      const fact = companion.config.run.facts[theirs as FactName];
      const because = fact ? undefined : whyMissingIn(companion, own, theirs);
      if (because !== undefined && facts[own] !== undefined) {
        delete facts[own];
        opened.push({ fact: own as FactName, because });
      }
      if (fact && RECIPE.has(own) && !facts["weights"]?.at.includes(companion.at)) continue;
      if (fact && (companion.file.decides?.includes(own) || yieldsToCompanion(facts[own])))
        facts[own] = factFromCompanion(fact, companion);
    }
  }
  if (isOtherModel(named, facts["parameters"])) delete facts["pretrainingTokens"];
  return {
    ...run,
    facts: facts as Facts,
    missing: stillMissing([...run.missing, ...opened], facts, companions),
  };
}

/** What belongs to the format of the weights: it comes from the config that states the format. */
const RECIPE: ReadonlySet<string> = new Set([
  "outputGradients",
  "backwardProducts",
  "scaling",
] satisfies FactName[]);

/**
 * Why a fact is missing that only the companion decides, if the companion does not state it. The value in the config
 * does not count then.
 */
function whyMissingIn({ file, config }: Companion, own: string, theirs: string): string | undefined {
  if (file.decides?.includes(own) !== true) return undefined;
  return config.run.missing.find((entry) => entry.fact === theirs)?.because;
}

function yieldsToCompanion(fact: Fact<unknown> | undefined): boolean {
  return fact === undefined || fact.provenance === "default" || fact.provenance === "catalogued";
}

function factFromCompanion(fact: Fact<unknown>, { path, at }: Companion): Fact<unknown> {
  return {
    ...fact,
    how: path === undefined ? fact.how : `${fact.how}, in \`${path}\``,
    at: [...fact.at, at],
  };
}

/** A catalogued name whose size differs from that of the model's own config is another model. */
function isOtherModel(named: Fact<number> | undefined, counted: Fact<unknown> | undefined): boolean {
  if (named?.provenance !== "catalogued" || counted === named || typeof counted?.value !== "number")
    return false;
  return Math.abs(counted.value / named.value - 1) > 0.01;
}

/** The facts that no companion supplies. If a companion should supply a fact and cannot, its reason is shown. */
function stillMissing(
  missing: readonly MissingFact[],
  facts: Readonly<Record<string, Fact<unknown> | undefined>>,
  companions: readonly Companion[],
): readonly MissingFact[] {
  return missing.flatMap((entry) => {
    if (facts[entry.fact] !== undefined) return [];
    const [nearer] = companions.flatMap(({ file, config, path }) => {
      const theirs = file.facts?.[entry.fact];
      const reason = config.run.missing.find(({ fact }) => fact === theirs);
      return reason && path !== undefined ? [`${reason.because}, in \`${path}\``] : [];
    });
    return [nearer === undefined ? entry : { ...entry, because: nearer }];
  });
}
