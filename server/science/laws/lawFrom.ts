import { forestLaw } from "../forest/forestLaw.ts";
import { chinchilla } from "./chinchilla.ts";
import { kumar } from "./kumar.ts";
import type { Law, LawFile } from "./Law.ts";
import { sun } from "./sun.ts";

const forms: Readonly<Record<LawFile["form"], (file: LawFile) => Law>> = {
  kumar,
  sun,
  chinchilla,
  forest: forestLaw,
};

/**
 * The law of a law file, published or a user's own. The file must satisfy schemas/law.schema.json.
 * @throws RangeError if the form needs a constant or trees that the file lacks.
 */
export function lawFrom(file: LawFile): Law {
  return forms[file.form](file);
}
