import type { FitForm } from "./FitForm.ts";
import { chenFit } from "./forms/chenFit.ts";
import { chinchillaFit } from "./forms/chinchillaFit.ts";
import { kumarFit } from "./forms/kumarFit.ts";
import { kumarPtqFit } from "./forms/kumarPtqFit.ts";
import { ouyangFit } from "./forms/ouyangFit.ts";
import { quartetFit } from "./forms/quartetFit.ts";
import { questFit } from "./forms/questFit.ts";
import { sunFit } from "./forms/sunFit.ts";

/** The law forms that can be fitted. */
export const fitForms: readonly FitForm[] = [
  chinchillaFit,
  kumarFit,
  kumarPtqFit,
  sunFit,
  ouyangFit,
  chenFit,
  quartetFit,
  questFit,
];

/** The form of that name. */
export function fitFormNamed(name: string): FitForm | undefined {
  return fitForms.find((form) => form.name === name);
}
