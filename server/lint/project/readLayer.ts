import type { ConfigLanguage } from "../../config/document/ConfigDocument.ts";
import type { MapNode, ScalarNode, Span } from "../../config/document/ConfigNode.ts";
import {
  type DeclarableKey,
  type Declaration,
  type Declarations,
  isDeclarable,
  type MeasuredDeclaration,
  readDeclaration,
} from "../../config/run/declarations.ts";
import { isRuleName, ruleNamed } from "../rules/rules.ts";
import { RULE_SEVERITIES, type RuleSeverity } from "../Severity.ts";
import type { ProjectLayer, ProjectProblem, ProjectSetting } from "./ProjectFile.ts";
import { type MapEntryOf, mapIn, scalarValue, textsIn } from "./sections.ts";

/** What is needed to read the layers of a project file. */
export interface LayerReader {
  readonly language: ConfigLanguage;
  readonly problems: ProjectProblem[];
}

/** The settings of a project file, or of one of its overrides. What does not match the schema is left out. */
export function readLayer(node: MapNode, reader: LayerReader): ProjectLayer {
  const laws = mapIn(node, "laws");
  const use = laws && textsIn(laws.map, "use", reader.language);
  return {
    rules: readRules(mapIn(node, "rules")),
    declarations: readFacts(mapIn(node, "declare"), reader),
    ...(use ? { use: { value: use.texts, at: use.keySpan } } : {}),
    lawFiles: (laws && textsIn(laws.map, "files", reader.language)?.texts) ?? [],
    thresholds: readThresholds(mapIn(node, "thresholds"), reader),
  };
}

function readRules(section: MapEntryOf | undefined): ProjectLayer["rules"] {
  const rules = new Map<string, ProjectSetting<RuleSeverity>>();
  for (const { key, keySpan, value } of section?.entries ?? []) {
    const severity = value.kind === "scalar" ? RULE_SEVERITIES.find((one) => one === value.text) : undefined;
    if (severity !== undefined && isRuleName(key)) rules.set(key, { value: severity, at: keySpan });
  }
  return rules;
}

function readFacts(section: MapEntryOf | undefined, reader: LayerReader): Declarations {
  const declared = new Map<DeclarableKey, Declaration>();
  const measured: MeasuredDeclaration[] = [];
  for (const { key, keySpan, value } of section?.entries ?? []) {
    if (!isDeclarable(key)) continue;
    for (const node of value.kind === "list" ? value.items.map((item) => item.value) : [value]) {
      if (node.kind !== "scalar") continue;
      // The empty value has no place of its own.
      const span = node.span.start < node.span.end ? contentSpan(node) : keySpan;
      const read = readDeclaration(key, node.text, keySpan, span);
      if ("problem" in read) reader.problems.push(read.problem);
      else if ("measured" in read) measured.push(read.measured);
      else declared.set(key, read.declaration);
    }
  }
  return { declared, measured, problems: [] };
}

/** Without quotes, so that a suggestion keeps them. */
function contentSpan({ span, style }: ScalarNode): Span {
  return style === "single" || style === "double"
    ? { ...span, start: span.start + 1, end: span.end - 1 }
    : span;
}

function readThresholds(section: MapEntryOf | undefined, reader: LayerReader): ProjectLayer["thresholds"] {
  const rules = new Map<string, ReadonlyMap<string, ProjectSetting<number>>>();
  for (const { key, value } of section?.entries ?? []) {
    const ranges = ruleNamed(key)?.thresholds;
    if (value.kind !== "map" || ranges === undefined) continue;
    const numbers = new Map<string, ProjectSetting<number>>();
    for (const entry of value.entries) {
      const number = entry.value.kind === "scalar" ? scalarValue(entry.value, reader.language) : undefined;
      const range = Object.hasOwn(ranges, entry.key) ? ranges[entry.key] : undefined;
      if (range && typeof number === "number" && number >= range.minimum && number <= range.maximum)
        numbers.set(entry.key, { value: number, at: entry.keySpan });
    }
    rules.set(key, numbers);
  }
  return rules;
}
