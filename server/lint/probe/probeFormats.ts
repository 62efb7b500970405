import type { ChoiceFile } from "../../config/dialect/Dialect.ts";
import type { NumberFormat } from "../../science/formats/NumberFormat.ts";
import { parseNumberFormat } from "../../science/formats/parseNumberFormat.ts";
import { choicesFor } from "../assessment/standardFormats.ts";
import type { ProbeRefusal } from "./ProbeRequest.ts";
import { otherFileWithFormat, type ProbedRun } from "./probedRun.ts";

/** A format that siblings can have. */
export interface WritableFormat {
  readonly format: NumberFormat;
  /** The keys that write it; undefined for the format that the config has. */
  readonly choice?: ChoiceFile;
}

/** The formats that siblings of a run can have, the run's own first. */
export function writableFormats(probed: ProbedRun): readonly WritableFormat[] {
  const own = probed.format && { format: probed.format.value };
  // A format in another file or in a comment cannot be changed by keys of this file.
  if (otherFileWithFormat(probed.config) !== undefined || probed.format?.provenance === "declared")
    return own ? [own] : [];
  const written = choicesFor(probed.config, "training").flatMap((choice) => {
    const format = parseNumberFormat(choice.format);
    return format && format.name !== own?.format.name ? [{ format, choice }] : [];
  });
  return own ? [own, ...written] : written;
}

/** The formats for these names, and a refusal for each format that the framework cannot write in this config. */
export function probeFormats(
  probed: ProbedRun,
  names: readonly string[] | undefined,
): { readonly formats: readonly WritableFormat[]; readonly refused: readonly ProbeRefusal[] } {
  const writable = writableFormats(probed);
  const formats: WritableFormat[] = [];
  const refused: ProbeRefusal[] = [];
  for (const name of names ?? [...(probed.format ? [probed.format.value.name] : []), "bf16"]) {
    const wanted = parseNumberFormat(name.trim());
    const found = wanted && writable.find(({ format }) => fits(format, wanted));
    if (found === undefined) refused.push({ what: name, because: because(probed, name, wanted, writable) });
    else if (!formats.some(({ format }) => format.name === found.format.name)) formats.push(found);
  }
  return { formats, refused };
}

/** Whether a format is the one that is asked for: a name without a scaling leaves the scaling to the framework. */
function fits(format: NumberFormat, wanted: NumberFormat): boolean {
  if (format.name === wanted.name) return true;
  return wanted.scaling === undefined && format.name.startsWith(`${wanted.name}:`);
}

function because(
  probed: ProbedRun,
  name: string,
  wanted: NumberFormat | undefined,
  writable: readonly WritableFormat[],
): string {
  if (wanted === undefined) return `\`${name}\` is not the name of a number format`;
  const { config, format } = probed;
  const elsewhere = otherFileWithFormat(config);
  if (elsewhere !== undefined)
    return `the precision is set in \`${elsewhere}\`, which all siblings share; make a copy of that file for ${wanted.label}`;
  if (format?.provenance === "declared")
    return `the format of this run is declared in ${format.at[0]?.file ? `\`${format.at[0].file}\`` : "a comment"}, and no key of ${config.dialect.name} that Bitlaw knows changes it`;
  const can = writable.map((one) => one.format.name).join(", ");
  return `${config.dialect.name} has no key for it in this config${can === "" ? "" : `; it can have ${can}`}`;
}
