import { parseNumberFormat } from "../formats/parseNumberFormat.ts";
import { type RowCells, readNumber, readPositive } from "../tables/readCell.ts";
import { isRecipeSwitch, type RecipeSwitch } from "./RecipeSwitch.ts";
import {
  ARCHITECTURES,
  BASES,
  type BackwardOperands,
  type BaseLoss,
  GRADES,
  LOSS_KINDS,
  type TrainingFacts,
} from "./TrainingMeasurement.ts";

/**
 * The facts of a run that both kinds of training table have in the same columns. An empty cell is not stated, nor is one in
 * words of its own: the measurement is as good without them.
 */
export function trainingFacts(cells: RowCells): TrainingFacts {
  return {
    backwardOperands: backwardIn(cells),
    wideShare: wideShareIn(cells),
    recipe: recipeIn(cells),
    schedule: cells.text("schedule"),
    optimizer: cells.text("optimizer"),
    architecture: wordIn(cells, "architecture", ARCHITECTURES),
    lossKind: wordIn(cells, "loss_kind", LOSS_KINDS),
    referenceFormat: referenceFormatIn(cells),
    grade: wordIn(cells, "grade", GRADES),
  };
}

/** The base loss that a percentage is of. */
export function baseIn(cells: RowCells): BaseLoss | undefined {
  const loss = cells.optional(readPositive, "base_loss");
  return loss === undefined ? undefined : { loss, from: wordIn(cells, "base_from", BASES) };
}

function backwardIn(cells: RowCells): BackwardOperands | undefined {
  const dgrad = operandsIn(cells, "dgrad", ["G", "W"]);
  const wgrad = operandsIn(cells, "wgrad", ["G", "A"]);
  return dgrad === undefined || wgrad === undefined ? undefined : { dgrad, wgrad };
}

/** `G W` is both, `none` a product in 16 bits. */
function operandsIn<T extends string>(
  cells: RowCells,
  column: string,
  operands: readonly T[],
): readonly T[] | undefined {
  return listIn(cells, column, (word) => operands.find((one) => one === word));
}

function wideShareIn(cells: RowCells): number | undefined {
  const share = cells.optional(readNumber, "wide_share");
  if (share !== undefined && (share < 0 || share > 1)) {
    cells.reject("wide_share", `wide_share is ${share}: it is a share, from 0 to 1.`);
  }
  return share;
}

/** `none` for a plain recipe. */
function recipeIn(cells: RowCells): readonly RecipeSwitch[] | undefined {
  const words = cells.words("recipe");
  if (words.length > 1 && words.includes("none"))
    cells.reject("recipe", `recipe is “${words.join(" ")}”: none is a plain recipe, without any other word.`);
  return listIn(cells, "recipe", (word) => (isRecipeSwitch(word) ? word : undefined));
}

/** The words of a cell, none of them for `none`; undefined for an empty cell and where a word is not known. */
function listIn<T extends string>(
  cells: RowCells,
  column: string,
  known: (word: string) => T | undefined,
): readonly T[] | undefined {
  const words = cells.words(column);
  if (words.length === 1 && words[0] === "none") return [];
  const read = words.flatMap((word) => known(word) ?? []);
  return words.length === 0 || read.length < words.length ? undefined : read;
}

function referenceFormatIn(cells: RowCells) {
  const text = cells.text("reference_format");
  if (text === undefined) return undefined;
  const format = parseNumberFormat(text);
  if (format === undefined)
    cells.reject("reference_format", `reference_format is “${text}”, which is no number format.`);
  return format;
}

function wordIn<T extends string>(cells: RowCells, column: string, words: readonly T[]): T | undefined {
  const text = cells.text(column);
  return words.find((one) => one === text);
}
