import { chen, chenFormula } from "../laws/chen.ts";
import { chinchilla, chinchillaFormula } from "../laws/chinchilla.ts";
import { forestFormula, forestLaw } from "../laws/forest/forestLaw.ts";
import { kumar, kumarFormula } from "../laws/kumar.ts";
import type { Law, LawFile, LawForm } from "../laws/Law.ts";
import { ouyang, ouyangFormula } from "../laws/ouyang.ts";
import { ptq, ptqFormula } from "../laws/ptq/ptq.ts";
import { quartet, quartetFormula } from "../laws/quartet.ts";
import { quest, questFormula } from "../laws/quest.ts";
import { sun, sunFormula } from "../laws/sun.ts";

/** A functional form: its law with the constants of a file, and its equations in the symbols of the paper. */
interface Form {
  readonly law: (file: LawFile) => Law;
  /** One line for each equation. */
  readonly formula: readonly string[];
}

const forms: Readonly<Record<LawForm, Form>> = {
  sun: { law: sun, formula: sunFormula },
  kumar: { law: kumar, formula: kumarFormula },
  quartet: { law: quartet, formula: quartetFormula },
  chen: { law: chen, formula: chenFormula },
  quest: { law: quest, formula: questFormula },
  forest: { law: forestLaw, formula: forestFormula },
  ptq: { law: ptq, formula: ptqFormula },
  ouyang: { law: ouyang, formula: ouyangFormula },
  chinchilla: { law: chinchilla, formula: chinchillaFormula },
};

/**
 * The law of a law file, published or a user's own. The file must satisfy schemas/law.schema.json.
 * @throws RangeError if the form needs a constant or trees that the file lacks.
 */
export function lawFrom(file: LawFile): Law {
  return forms[file.form].law(file);
}

/** The equations of a form in plain text, one a line, in the symbols of its paper. */
export function formulaOf(form: LawForm): readonly string[] {
  return forms[form].formula;
}
