import { type ConfigDocument, type ConfigLanguage, locate } from "../../config/document/ConfigDocument.ts";
import type { Span } from "../../config/document/ConfigNode.ts";
import { nearestNames } from "../../science/nearestNames.ts";
import { isRuleName, ruleNamed } from "../rules/rules.ts";
import type { ProjectProblem } from "./ProjectFile.ts";
import type { SchemaFailure } from "./SchemaFailure.ts";
import { validateProject } from "./validateProject.generated.ts";

/** Keys that a part of a project file may have, where the schema does not list them in its complaint. */
const LAYER = ["rules", "declare", "laws", "thresholds"];
const KEYS: readonly (readonly [where: RegExp, keys: readonly string[]])[] = [
  [/^$/, ["extends", ...LAYER, "ignore", "suppressions", "overrides"]],
  [/^\/overrides\/\d+$/, ["files", ...LAYER]],
  [/^\/suppressions\/\d+$/, ["files", "rules", "key", "reason"]],
  [/\/laws$/, ["use", "files"]],
];

/** Where the value of a project file is not as schemas/project.schema.json asks. */
export function projectProblems(value: unknown, document: ConfigDocument): readonly ProjectProblem[] {
  if (validateProject(value)) return [];
  // "if", "anyOf" and "propertyNames" only say that something below them failed, which has its own entry.
  const failures = (validateProject.errors ?? []).filter(
    ({ keyword }) => keyword !== "propertyNames" && keyword !== "anyOf",
  );
  return failures.map((failure) => problemOf(failure, document));
}

function problemOf(
  failure: SchemaFailure & { readonly propertyName?: unknown },
  document: ConfigDocument,
): ProjectProblem {
  const { instancePath, keyword, params } = failure;
  const steps = stepsOf(instancePath);
  const where = steps.length === 0 ? "The project file" : `\`${steps.join(".")}\``;
  const name = failure.propertyName;
  if (typeof name === "string") {
    return { span: keySpan(document, [...steps, name]), ...unknownName(name, steps, params) };
  }
  const extra = params["additionalProperty"];
  if (typeof extra === "string") {
    const isThreshold = steps.at(-2) === "thresholds";
    const known = isThreshold
      ? Object.keys(ruleNamed(steps.at(-1) ?? "")?.thresholds ?? {})
      : (KEYS.find(([pattern]) => pattern.test(instancePath))?.[1] ?? []);
    return {
      span: keySpan(document, [...steps, extra]),
      message: `${where} has no ${isThreshold ? "threshold" : "key"} \`${extra}\`.${known.length > 0 ? ` Known: ${known.join(", ")}.` : ""}`,
      suggestions: nearestNames(extra, known),
    };
  }
  if (keyword === "enum") {
    const known = textsIn(params["allowedValues"]);
    const span = valueSpan(document, steps);
    const text = document.text.slice(span.start, span.end);
    const isRule = /^\/suppressions\//.test(instancePath);
    if (!isScalarAt(document, steps))
      return { span, message: `${where} must be one of ${known.join(", ")}.`, suggestions: [] };
    return {
      span,
      message: isRule
        ? noRule(text, nearestNames(text, known))
        : `\`${text}\` is not a severity: expected one of ${known.join(", ")}.`,
      suggestions: suggestionsFor(text, known, document.language),
    };
  }
  const message = complaint(failure);
  return {
    span: keyword === "required" ? keySpan(document, steps) : valueSpan(document, steps),
    message: `${where} ${message}.`,
    suggestions: [],
  };
}

/** A key that is none of the names that the section takes. */
function unknownName(name: string, steps: readonly string[], params: SchemaFailure["params"]) {
  const known = textsIn(params["allowedValues"]);
  const suggestions = nearestNames(name, known);
  switch (steps.at(-1)) {
    case "declare":
      return {
        message: `\`${name}\` is not a fact that can be declared. Known: ${known.join(", ")}.`,
        suggestions,
      };
    case "thresholds":
      // Another rule's thresholds are not what was meant.
      if (isRuleName(name))
        return {
          message: `\`${name}\` has no thresholds. Rules that have: ${known.join(", ")}.`,
          suggestions: [],
        };
  }
  return { message: noRule(name, suggestions), suggestions };
}

/** There are too many to name them all. */
function noRule(name: string, [likeliest]: readonly string[]): string {
  const hint = likeliest ? `did you mean \`${likeliest}\`?` : "`bitlaw rules` lists those that there are.";
  return `\`${name}\` is not a rule: ${hint}`;
}

/** YAML 1.1 writers mean "off" by `no` and `false`. */
function suggestionsFor(text: string, known: readonly string[], language: ConfigLanguage): readonly string[] {
  const plain = text.replace(/^["']|["']$/g, "");
  const meantOff = /^(?:no|false|none|disabled?|ignore|0)$/i.test(plain) && known.includes("off");
  const quote = text !== plain ? text.slice(0, 1) : language === "json" ? '"' : "";
  const words = meantOff ? ["off"] : (ALSO[plain.toLowerCase()] ?? nearestNames(plain, known));
  return words.map((word) => `${quote}${word}${quote}`);
}

const ALSO: Readonly<Record<string, readonly string[]>> = {
  info: ["information"],
  warn: ["warning"],
  err: ["error"],
};

function complaint({ keyword, params, message }: SchemaFailure): string {
  switch (keyword) {
    case "required":
      return `lacks \`${params["missingProperty"]}\`: add it`;
    case "type":
      return `must be ${TYPES[String(params["type"])] ?? `of the type ${params["type"]}`}`;
    case "pattern":
      return "must not be empty";
    case "minimum":
      return `must be at least ${params["limit"]}`;
    case "maximum":
      return `must be at most ${params["limit"]}`;
    case "minItems":
      return "must name at least one";
    default:
      return message ?? "is not as the schema of project files asks";
  }
}

const TYPES: Readonly<Record<string, string>> = {
  object: "a map of keys and values",
  array: "a list",
  string: "text",
  number: "a number",
  "string,number": "text or a number",
};

function textsIn(values: unknown): readonly string[] {
  return Array.isArray(values) ? values.filter((value) => typeof value === "string") : [];
}

/** The steps of a JSON pointer. */
function stepsOf(pointer: string): readonly string[] {
  return pointer
    .split("/")
    .slice(1)
    .map((step) => step.replaceAll("~1", "/").replaceAll("~0", "~"));
}

function keySpan({ root }: ConfigDocument, steps: readonly string[]): Span {
  const found = locate(root, steps);
  return found?.entry?.keySpan ?? found?.node.span ?? root.span;
}

/** Whether a scalar is written there. */
function isScalarAt({ root }: ConfigDocument, steps: readonly string[]): boolean {
  const node = locate(root, steps)?.node;
  return node?.kind === "scalar" && node.span.start < node.span.end;
}

/** A scalar itself; of a map or a list that should be something else, the key that holds it. */
function valueSpan(document: ConfigDocument, steps: readonly string[]): Span {
  const node = locate(document.root, steps)?.node;
  return node?.kind === "scalar" && node.span.start < node.span.end ? node.span : keySpan(document, steps);
}
