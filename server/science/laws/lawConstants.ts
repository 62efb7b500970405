import type { LawFile } from "./Law.ts";

/**
 * The named constants of a law file.
 * @throws RangeError naming the first constant that is absent or not a finite number.
 */
export function lawConstants<Name extends string>(
  file: LawFile,
  names: readonly Name[],
): Readonly<Record<Name, number>> {
  const constants: Partial<Record<Name, number>> = {};
  for (const name of names) {
    const value = file.constants[name];
    if (value === undefined || !Number.isFinite(value)) {
      throw new RangeError(
        `Law "${file.name}" (form "${file.form}") needs a number for the constant "${name}".`,
      );
    }
    constants[name] = value;
  }
  return constants as Record<Name, number>;
}
