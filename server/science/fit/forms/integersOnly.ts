import { isSixteenBitOrWider } from "../../formats/NumberFormat.ts";
import type { FormatColumn } from "../FitForm.ts";
import type { RunRow } from "../RunRow.ts";

/** Why a form of integer formats refuses a row: the first of its formats that is narrow and no integer. */
export function integersOnly(
  row: RunRow,
): { readonly column: FormatColumn; readonly because: string } | undefined {
  const formats = [
    ["weights", row.weights],
    ["activations", row.activations],
    ["kv_cache", row.kvCache],
    ["quantization", row.quantization],
  ] as const;
  for (const [column, format] of formats) {
    if (format === undefined || format.kind === "integer" || isSixteenBitOrWider(format)) continue;
    return {
      column,
      because: `${format.label} is no integer format, and this form is of integers: remove the row`,
    };
  }
  return undefined;
}
