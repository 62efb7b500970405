import { distance } from "fastest-levenshtein";
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

/** The name that is most like a misspelt one; undefined where none is close. */
export function nearestName(name: string, names: readonly string[]): string | undefined {
  const key = (text: string) => text.toLowerCase().replace(/[^a-z0-9]/g, "");
  const ranked = names
    .map((candidate) => ({ candidate, far: distance(key(candidate), key(name)) }))
    .sort((left, right) => left.far - right.far);
  const [best] = ranked;
  return best !== undefined && best.far <= Math.max(2, name.length / 3) ? best.candidate : undefined;
}
