import { forestForm } from "./forestForm.ts";
import type { MeasurementForm } from "./MeasurementForm.ts";
import { ptqForm } from "./ptqForm.ts";

/** The law forms that are fitted to measured quantizations. */
export const measurementForms: readonly MeasurementForm[] = [ptqForm, forestForm];

/** The form of that name. */
export function measurementFormNamed(name: string): MeasurementForm | undefined {
  return measurementForms.find((form) => form.name === name);
}
