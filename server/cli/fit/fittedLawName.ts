import { basename } from "node:path";
import { lawNamed } from "../../science/lawFiles/publishedLaws.ts";
import { checkWritable } from "../disk/writeAtomically.ts";
import type { FitOptions } from "./FitOptions.ts";

/**
 * The name for the law that is to be fitted, checked before the fit together with the output file; or what is wrong
 * with one of the two.
 */
export function fittedLawName(
  { name: given, out, force }: FitOptions,
  form: string,
): { readonly name: string } | { readonly problem: string } {
  const name = given ?? (out && basename(out, ".json")) ?? `own-${form}`;
  if (!/^[a-z0-9][a-z0-9-]*$/.test(name))
    return {
      problem: `--name ${name}: a law's name has small letters, digits and hyphens only, such as own-${form}.`,
    };
  if (lawNamed(name) !== undefined)
    return {
      problem: `--name ${name}: this is a law that comes with Bitlaw, and a law of a project may not have its name; choose another, such as own-${form}.`,
    };
  const place = out === undefined ? undefined : checkWritable(out, force ?? false);
  return place !== undefined && !place.ok ? { problem: place.problem } : { name };
}
