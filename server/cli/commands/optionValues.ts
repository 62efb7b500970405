import { InvalidArgumentError } from "commander";
import type { ReporterName } from "../../lint/report/reporters.ts";

export type Format = "text" | "json";
export type CheckFormat = ReporterName | "json";
export type ExplainFormat = Format | "markdown";
export type ReportFormat = Format | "html";

/** Spelt out, because the reporters themselves are loaded when the command runs. */
const CHECK_FORMATS: readonly CheckFormat[] = ["text", "json", "sarif", "github", "gitlab", "junit"];

/** @throws InvalidArgumentError, as all readers of option values here, with what the value may be. */
export function format(value: string): Format {
  if (value === "text" || value === "json") return value;
  throw new InvalidArgumentError("It is text or json.");
}

export function checkFormat(value: string): CheckFormat {
  const known = CHECK_FORMATS.find((one) => one === value);
  if (known !== undefined) return known;
  throw new InvalidArgumentError("It is text, json, sarif, github, gitlab or junit.");
}

export function explainFormat(value: string): ExplainFormat {
  if (value === "text" || value === "json" || value === "markdown") return value;
  throw new InvalidArgumentError("It is text, json or markdown.");
}

export function reportFormat(value: string): ReportFormat {
  if (value === "text" || value === "json" || value === "html") return value;
  throw new InvalidArgumentError("It is text, json or html.");
}

export function positive(value: string): number {
  const number = Number(value);
  if (number > 0 && Number.isFinite(number)) return number;
  throw new InvalidArgumentError("It is a number above zero.");
}

export function count(value: string): number {
  const number = Number(value);
  if (/^\d+$/.test(value) && number <= 1_000_000) return number;
  throw new InvalidArgumentError("It is a whole number from 0 to 1,000,000.");
}

export function threads(value: string): number {
  const number = Number(value);
  if (/^\d+$/.test(value) && number >= 1 && number <= 256) return number;
  throw new InvalidArgumentError("It is a whole number from 1 to 256.");
}
