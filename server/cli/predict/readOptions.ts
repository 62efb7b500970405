import { parseQuantity } from "../../config/run/quantity.ts";
import type { NumberFormat } from "../../science/formats/NumberFormat.ts";
import { namedFormats } from "../../science/formats/namedFormats.ts";
import { parseNumberFormat } from "../../science/formats/parseNumberFormat.ts";
import { nearestName } from "../../science/nearestNames.ts";

/** Why an option cannot be used, in one line for a person. */
export class Refusal extends Error {}

/** What is read, or undefined with a note of why it cannot be used, where the rest can go on without it. */
export function unlessRefused<T>(notes: string[], read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    notes.push(error.message);
    return undefined;
  }
}

/** What a question is made of, or the line that says why there is none. */
export function orRefusal<T>(read: () => T): T | string {
  try {
    return read();
  } catch (error) {
    if (error instanceof Refusal) return error.message;
    throw error;
  }
}

export function optional<T>(text: string | undefined, read: (text: string) => T): T | undefined {
  return text === undefined ? undefined : read(text);
}

/** A number of parameters or tokens. */
export function count(option: string, text: string): number {
  const value = parseQuantity(text);
  if (value === undefined)
    throw new Refusal(`${option} is “${text}”: write a number above zero, such as 7B or 2T.`);
  return value;
}

export function formatNamed(option: string, name: string): NumberFormat {
  const format = parseNumberFormat(name);
  if (format !== undefined) return format;
  const near = nearestName(
    name,
    namedFormats.map((one) => one.name),
  );
  throw new Refusal(
    `${option}: there is no number format ${name}${near === undefined ? "." : `; is it ${near}?`}`,
  );
}

export function listOf(text: string): readonly string[] {
  return text
    .split(",")
    .map((part) => part.trim())
    .filter((part) => part !== "");
}
