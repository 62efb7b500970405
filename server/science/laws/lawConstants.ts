import type { LawFile } from "./Law.ts";

/**
 * The named constants of a law file.
 * @throws RangeError naming the first constant that is absent or not a finite number.
 */
export function lawConstants<Name extends string>(
  file: LawFile,
  names: readonly Name[],
): Readonly<Record<Name, number>> {
  return named(file, file.constants, names, "");
}

/**
 * The named constants of one setting of a law file; undefined where the file does not have the setting.
 * @throws RangeError naming the first constant that the setting lacks, or that is not a finite number.
 */
export function settingConstants<Name extends string>(
  file: LawFile,
  setting: string,
  names: readonly Name[],
): Readonly<Record<Name, number>> | undefined {
  const constants = file.settings?.[setting];
  return constants && named(file, constants, names, ` of the setting "${setting}"`);
}

function named<Name extends string>(
  file: LawFile,
  given: Readonly<Record<string, number>>,
  names: readonly Name[],
  where: string,
): Readonly<Record<Name, number>> {
  const constants: Partial<Record<Name, number>> = {};
  for (const name of names) {
    const value = given[name];
    if (value === undefined || !Number.isFinite(value)) {
      throw new RangeError(
        `Law "${file.name}" (form "${file.form}") needs a number for the constant "${name}"${where}.`,
      );
    }
    constants[name] = value;
  }
  return constants as Record<Name, number>;
}
