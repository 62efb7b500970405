import validateProject from "../../../schemas/project.schema.json?validator";
import { type ConfigDocument, type ConfigLanguage, locate } from "../../config/document/ConfigDocument.ts";
import type { Span } from "../../config/document/ConfigNode.ts";
import { nearestNames } from "../../science/nearestNames.ts";
import { isRuleName, ruleNamed } from "../rules/rules.ts";
import type { ProjectProblem } from "./ProjectFile.ts";
import type { SchemaFailure } from "./SchemaFailure.ts";
import { type SchemaWords, schemaFailureText, segmentsTo, valueName } from "./schemaFailureText.ts";

/** Keys that a part of a project file may have, where the schema does not list them in its complaint. */
const LAYER = ["rules", "declare", "laws", "thresholds"];
const KEYS: readonly (readonly [where: RegExp, keys: readonly string[]])[] = [
  [/^$/, ["extends", ...LAYER, "ignore", "suppressions", "overrides"]],
  [/^\/overrides\/\d+$/, ["files", ...LAYER]],
  [/^\/suppressions\/\d+$/, ["files", "rules", "key", "reason"]],
  [/\/laws$/, ["use", "files"]],
];

const WORDS: SchemaWords = {
  whole: "The project file",
  types: {
    object: "a map of keys and values",
    array: "a list",
    string: "text",
    number: "a number",
    "string,number": "text or a number",
  },
};

/** Where the value of a project file does not match schemas/project.schema.json. */
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
  const { keyword, params, propertyName: name } = failure;
  const segments = segmentsTo(failure);
  if (typeof name === "string")
    return { span: keySpan(document, [...segments, name]), ...unknownName(name, segments, params) };
  const extra = params["additionalProperty"];
  if (typeof extra === "string") return unknownKey(failure, extra, document);
  if (keyword === "enum") return unknownWord(failure, document);
  return {
    span: keyword === "required" ? keySpan(document, segments) : valueSpan(document, segments),
    message: schemaFailureText(failure, WORDS),
    suggestions: [],
  };
}

function unknownKey(failure: SchemaFailure, key: string, document: ConfigDocument): ProjectProblem {
  const segments = segmentsTo(failure);
  const isThreshold = segments.at(-2) === "thresholds";
  const known = isThreshold
    ? Object.keys(ruleNamed(segments.at(-1) ?? "")?.thresholds ?? {})
    : (KEYS.find(([pattern]) => pattern.test(failure.instancePath))?.[1] ?? []);
  const all = known.length > 0 ? ` Known: ${known.join(", ")}.` : "";
  return {
    span: keySpan(document, [...segments, key]),
    message: `${valueName(segments, WORDS)} has no ${isThreshold ? "threshold" : "key"} \`${key}\`.${all}`,
    suggestions: nearestNames(key, known),
  };
}

/** A word that is no severity, or in an entry of `suppressions:` no rule. */
function unknownWord(failure: SchemaFailure, document: ConfigDocument): ProjectProblem {
  const segments = segmentsTo(failure);
  const known = textsIn(failure.params["allowedValues"]);
  const span = valueSpan(document, segments);
  if (!isScalarAt(document, segments)) {
    const message = `${valueName(segments, WORDS)} must be one of ${known.join(", ")}.`;
    return { span, message, suggestions: [] };
  }
  const text = document.text.slice(span.start, span.end);
  return {
    span,
    message: failure.instancePath.startsWith("/suppressions/")
      ? noRule(text, nearestNames(text, known))
      : `\`${text}\` is not a severity: expected one of ${known.join(", ")}.`,
    suggestions: suggestionsFor(text, known, document.language),
  };
}

/** A key that is none of the names that the section takes. */
function unknownName(name: string, segments: readonly string[], params: SchemaFailure["params"]) {
  const known = textsIn(params["allowedValues"]);
  const suggestions = nearestNames(name, known);
  switch (segments.at(-1)) {
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
  const words = meantOff
    ? ["off"]
    : (SEVERITY_SYNONYMS.get(plain.toLowerCase()) ?? nearestNames(plain, known));
  return words.map((word) => `${quote}${word}${quote}`);
}

const SEVERITY_SYNONYMS: ReadonlyMap<string, readonly string[]> = new Map([
  ["info", ["information"]],
  ["warn", ["warning"]],
  ["err", ["error"]],
]);

function textsIn(values: unknown): readonly string[] {
  return Array.isArray(values) ? values.filter((value) => typeof value === "string") : [];
}

function keySpan({ root }: ConfigDocument, segments: readonly string[]): Span {
  const found = locate(root, segments);
  return found?.entry?.keySpan ?? found?.node.span ?? root.span;
}

/** Whether a scalar is written there. */
function isScalarAt({ root }: ConfigDocument, segments: readonly string[]): boolean {
  const node = locate(root, segments)?.node;
  return node?.kind === "scalar" && node.span.start < node.span.end;
}

/** A scalar itself; of a map or a list that should be something else, the key that holds it. */
function valueSpan(document: ConfigDocument, segments: readonly string[]): Span {
  const node = locate(document.root, segments)?.node;
  return node?.kind === "scalar" && node.span.start < node.span.end ? node.span : keySpan(document, segments);
}
