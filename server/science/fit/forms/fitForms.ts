import type { FitForm } from "../FitForm.ts";
import { chenFit } from "./chenFit.ts";
import { chinchillaFit } from "./chinchillaFit.ts";
import { kumarFit } from "./kumarFit.ts";
import { kumarPtqFit } from "./kumarPtqFit.ts";
import { ouyangFit } from "./ouyangFit.ts";
import { quartetFit } from "./quartetFit.ts";
import { questFit } from "./questFit.ts";
import { sunFit } from "./sunFit.ts";

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
