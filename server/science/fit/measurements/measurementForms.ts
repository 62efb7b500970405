import { forestForm } from "./forestForm.ts";
import type { MeasurementForm } from "./MeasurementForm.ts";
import { ptqForm } from "./ptqForm.ts";
import { trainForm } from "./trainForm.ts";

/** The law forms that are fitted to differences of losses. */
export const measurementForms: readonly MeasurementForm[] = [ptqForm, forestForm, trainForm];

/** The form of that name. */
export function measurementFormNamed(name: string): MeasurementForm | undefined {
  return measurementForms.find((form) => form.name === name);
}
