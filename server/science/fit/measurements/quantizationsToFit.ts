import { bundledQuantization } from "../../measurements/bundledMeasurements.ts";
import type { QuantizationMeasurement } from "../../measurements/QuantizationMeasurement.ts";
import { readQuantizationTable } from "../../measurements/readQuantizationTable.ts";
import type { Table } from "../../tables/readTable.ts";
import type { MeasurementFit, MeasurementFitOptions, MeasurementsToFit } from "./MeasurementForm.ts";
import { repeatedRows } from "./repeatedRows.ts";

/** How a form is fitted to measured quantizations. */
interface QuantizationFitter {
  fit(
    measurements: readonly QuantizationMeasurement[],
    options: MeasurementFitOptions,
  ): Promise<MeasurementFit | { readonly problem: string }>;
  /**
   * Measurements of one's own with something in the place of what their table may lack, and a warning for each such
   * thing. The bundled measurements are taken as they are.
   */
  substituted?(measurements: readonly QuantizationMeasurement[]): {
    readonly measurements: readonly QuantizationMeasurement[];
    readonly warnings: readonly string[];
  };
}

/** Measured quantizations, of a table or those that come with Bitlaw. A row that cannot be read refuses the table. */
export function quantizationsToFit(
  table: Table | undefined,
  { fit: fitRows, substituted }: QuantizationFitter,
): MeasurementsToFit {
  const { measurements, problems } =
    table === undefined ? { ...bundledQuantization(), problems: [] } : readQuantizationTable(table);
  const { warnings, measurements: rows } =
    table === undefined
      ? { measurements, warnings: [] }
      : (substituted?.(measurements) ?? { measurements, warnings: [] });
  return {
    problems: [...(table?.problems ?? []), ...problems],
    goesOn: false,
    warnings: table === undefined ? [] : [...repeatedRows(measurements), ...warnings],
    fit: (options) => fitRows(rows, options),
  };
}
