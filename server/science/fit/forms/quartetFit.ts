import published from "../../../data/laws/quartet-2025.json" with { type: "json" };
import { parseNumberFormat } from "../../formats/parseNumberFormat.ts";
import { QUARTET_PASSES, ROUNDINGS, type Rounding, roundingSetting } from "../../laws/quartet.ts";
import type { FitForm, FormatColumn, LogModel } from "../FitForm.ts";
import { constantName } from "../FitParameter.ts";
import type { RunRow } from "../RunRow.ts";
import { rangeOf } from "../RunRow.ts";
import { effectiveModel, type Multiplier, type RowMultipliers } from "./effectiveModel.ts";

/**
 * L = (A/(N·effN)^α + B/(D·effD)^β)^γ + E. Castro et al. 2025. Runs in 8 bits and more have effN = effD = 1 and settle
 * the rest; the multipliers of recipes that no run has stay as published.
 */
export const quartetFit: FitForm = {
  name: "quartet",
  lawForm: "quartet",
  summary: "loss of training in MXFP4, by the share of parameters and tokens that each recipe leaves",
  about: ["training"],
  numbers: ["float"],
  tensors: ["weights", "activations", "gradients"],
  counts: "nonEmbeddingParameters",
  measures: "loss",
  columns: { required: [], optional: ["forward", "backward", "recipe"] },
  refuses,
  lacks(rows) {
    if (rows.some((row) => multipliersOf(row).length === 0)) return undefined;
    return "No run is in 8 bits or more (forward, backward and recipe empty): without one, the multipliers cannot be told from A and B. Add such runs at several N and D.";
  },
  domain: (rows) => ({
    tokensPerParameter: rangeOf(rows.map(({ parameters, tokens }) => tokens / parameters)),
  }),
  estimator: { kind: "residuals", model },
};

const ALIASES: readonly (readonly [RegExp, Rounding])[] = [
  [/^(?:rtn|nearest|round[ -]to[ -]nearest)$/i, "round to nearest"],
  [/^(?:sr|stochastic(?:[ -]rounding)?)$/i, "stochastic rounding"],
  [/^quest$/i, "QuEST"],
];

function roundingOf(text: string): Rounding | undefined {
  return ALIASES.find(([pattern]) => pattern.test(text))?.[1];
}

/** A cell that says that nothing is in 4 bits: empty, or a format of 8 bits and more. */
function isLossless(text: string | undefined): boolean {
  if (text === undefined) return true;
  const format = parseNumberFormat(text);
  return format !== undefined && format.kind === "float" && format.bits >= 8;
}

function refuses({
  forward,
  backward,
  recipe,
}: RunRow): { readonly column: FormatColumn; readonly because: string } | undefined {
  for (const [column, text] of [
    ["forward", forward],
    ["backward", backward],
  ] as const) {
    if (text === undefined || isLossless(text) || roundingOf(text) !== undefined) continue;
    return {
      column,
      because: `${column} is “${text}”: write how the pass rounds to MXFP4, ${ROUNDINGS.join(", ")}, leave it empty for 8 bits and more, or name a recipe of both passes in recipe`,
    };
  }
  if (isLossless(recipe) || (isLossless(forward) && isLossless(backward))) return undefined;
  return {
    column: "recipe",
    because: "a recipe is of both passes: leave forward and backward empty, or recipe",
  };
}

/** The multipliers that a row brings, the constants of their settings in the law file. */
function multipliersOf({ forward, backward, recipe }: RunRow): readonly Multiplier[] {
  if (recipe !== undefined && !isLossless(recipe)) {
    const setting = recipeNamed(recipe);
    return [
      { setting, constant: "effN" },
      { setting, constant: "effD" },
    ];
  }
  const passes = { forward, backward };
  return QUARTET_PASSES.flatMap(({ pass, constant }) => {
    const rounding = roundingOf(passes[pass] ?? "");
    return rounding === undefined ? [] : [{ setting: roundingSetting(pass, rounding), constant }];
  });
}

/** The published spelling where there is one. */
function recipeNamed(text: string): string {
  const known = Object.keys(published.settings).find((name) => name.toLowerCase() === text.toLowerCase());
  return known ?? text;
}

function model(rows: readonly RunRow[]): LogModel {
  const fitted = new Map(rows.flatMap(multipliersOf).map((one) => [constantName(one), one] as const));
  const multipliers = [...fitted.keys()].sort().flatMap((name) => fitted.get(name) ?? []);
  const ofRow = (row: RunRow): RowMultipliers => {
    const own = multipliersOf(row);
    return {
      ofParameters: own.find(({ constant }) => constant === "effN"),
      ofTokens: own.find(({ constant }) => constant === "effD"),
    };
  };
  const settings: Readonly<Record<string, Readonly<Record<string, number>>>> = published.settings;
  const kept = Object.entries(settings).filter(([setting]) =>
    multipliers.every((one) => one.setting !== setting),
  );
  const assumed = kept.flatMap(([setting, constants]) =>
    Object.keys(constants).map((constant) => constantName({ setting, constant })),
  );
  const because = "No run of the table has this recipe; quartet-2025's value.";
  return {
    ...effectiveModel(rows, multipliers, ofRow, "free"),
    settings: Object.fromEntries(kept),
    assumed: Object.fromEntries(assumed.map((name) => [name, { because }])),
  };
}
