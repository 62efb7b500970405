import { isSixteenBitOrWider } from "../../formats/NumberFormat.ts";
import { questSetting } from "../../laws/quest.ts";
import type { FitForm, LogModel } from "../FitForm.ts";
import type { RunRow } from "../RunRow.ts";
import { rangeOf } from "../RunRow.ts";
import { effectiveModel, type Multiplier } from "./effectiveModel.ts";

/**
 * L = A/(N·eff)^α + B/D^β + E with eff by the formats of weights and activations, 1 in 16 bits. Panferov et al. 2025. The
 * law keeps the multipliers; A, α, B, β and E are the table's own baseline, which no other law's base can replace.
 */
export const questFit: FitForm = {
  name: "quest",
  lawForm: "quest",
  summary: "effective parameters of quantization-aware training by bits; no loss",
  about: ["quantization-aware training"],
  numbers: ["integer", "float"],
  tensors: ["weights", "activations"],
  counts: "nonEmbeddingParameters",
  measures: "loss",
  columns: { required: ["weights"], optional: ["activations"] },
  refuses({ weights, activations }) {
    for (const [column, format] of [
      ["weights", weights],
      ["activations", activations],
    ] as const) {
      if (format === undefined || isSixteenBitOrWider(format) || format.kind === "integer") continue;
      if (format.kind === "float" && format.scaling?.granularity !== "block") continue;
      return {
        column,
        because: `${format.label}: the form knows integers and floats without block scales; remove the row`,
      };
    }
    return undefined;
  },
  lacks(rows) {
    if (rows.some((row) => settingOf(row) === undefined)) return undefined;
    return "No run is in 16 bits: the multipliers are shares of the parameters that a 16-bit run of the same table would need. Add such runs at several N and D.";
  },
  domain: (rows) => {
    const bits = rows.flatMap(({ weights, activations }) =>
      [weights, activations].flatMap((format) =>
        format === undefined || isSixteenBitOrWider(format) ? [] : [format.bits],
      ),
    );
    return {
      tokensPerParameter: rangeOf(rows.map(({ parameters, tokens }) => tokens / parameters)),
      ...(bits.length === 0 ? {} : { bits: rangeOf(bits) }),
    };
  },
  estimator: { kind: "residuals", model },
};

function settingOf({ weights, activations }: RunRow): string | undefined {
  return questSetting(weights, activations);
}

function model(rows: readonly RunRow[]): LogModel {
  const settings = [...new Set(rows.flatMap((row) => settingOf(row) ?? []))].sort();
  return effectiveModel(
    rows,
    settings.map(multiplierIn),
    (row) => ({ ofParameters: multiplierOf(row) }),
    "one",
  );
}

function multiplierIn(setting: string): Multiplier {
  return { setting, constant: "eff" };
}

function multiplierOf(row: RunRow): Multiplier | undefined {
  const setting = settingOf(row);
  return setting === undefined ? undefined : multiplierIn(setting);
}
