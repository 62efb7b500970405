import type { DialectFile } from "./dialect/Dialect.ts";
import { type DetectedDialect, detectDialect, mayBeTrainingConfig } from "./dialect/detectDialect.ts";
import { DIALECTS } from "./dialect/dialects.ts";
import { evaluateSettings } from "./dialect/evaluateSettings.ts";
import { KeyReadings } from "./dialect/readKey.ts";
import { withoutContradictions } from "./dialect/withoutContradictions.ts";
import type { ConfigDocument, ConfigLanguage } from "./document/ConfigDocument.ts";
import type { Departure } from "./document/jsonText.ts";
import { MAX_TEXT_LENGTH, type ParseFailure, parseConfig } from "./document/parseConfig.ts";
import { type DeclarationProblem, readDeclarations } from "./run/declarations.ts";
import { readRun } from "./run/readRun.ts";
import type { TrainingRun } from "./run/TrainingRun.ts";
import { unusedDeclarations } from "./run/unusedDeclarations.ts";

/** A document that a dialect claims, read. */
export interface TrainingConfig {
  readonly document: ConfigDocument;
  readonly dialect: DialectFile;
  readonly confidence: number;
  readonly readings: KeyReadings;
  readonly run: TrainingRun;
  readonly declarationProblems: readonly DeclarationProblem[];
}

export type ConfigReading =
  /** No dialect claims the text: Bitlaw has nothing to say. */
  | { readonly kind: "foreign" }
  /** The text looks like a training config, and cannot be parsed. */
  | { readonly kind: "unreadable"; readonly failure: ParseFailure }
  | { readonly kind: "configs"; readonly configs: readonly TrainingConfig[] };

/** Text → what run or runs it describes. Never throws. */
export function readConfig(text: string, language: ConfigLanguage): ConfigReading {
  if (text.length > MAX_TEXT_LENGTH || !mayBeTrainingConfig(text, language, DIALECTS))
    return { kind: "foreign" };
  const parsed = parseConfig(text, language);
  if (!parsed.ok) return { kind: "unreadable", failure: parsed.failure };
  const configs: TrainingConfig[] = [];
  for (const document of parsed.documents) {
    const own = asItsLoaderParses(document);
    if (own === undefined) continue;
    if ("message" in own) return { kind: "unreadable", failure: own };
    configs.push(readDocument(own));
  }
  return configs.length > 0 ? { kind: "configs", configs } : { kind: "foreign" };
}

/** A document and the dialect that claims it. */
interface Claimed {
  readonly document: ConfigDocument;
  readonly detected: DetectedDialect;
}

/**
 * YAML has one syntax. JSON has two: hjson, in which a text without quotes takes all of its line, and the one of
 * Python's `json`, which stops at what is not JSON. Which of them it is, the dialect says.
 */
function asItsLoaderParses(document: ConfigDocument): Claimed | ParseFailure | undefined {
  const detected = detectDialect(document, DIALECTS);
  if (detected === undefined || document.language === "yaml" || document.departure === undefined)
    return detected && { document, detected };
  if (detected.dialect.loader.scalars !== "hjson") return notJson(document.departure, detected.dialect);
  const parsed = parseConfig(document.text, "json", "hjson");
  if (!parsed.ok) return parsed.failure;
  const [hjson] = parsed.documents;
  const again = hjson && detectDialect(hjson, DIALECTS);
  return again && { document: hjson, detected: again };
}

function notJson({ what, advice, span }: Departure, { name }: DialectFile): ParseFailure {
  const message = `${what} is not JSON. Python's json, the loader for this file (${name}), stops here. ${advice}.`;
  return { message, span };
}

function readDocument({ document, detected }: Claimed): TrainingConfig {
  const { dialect, root, confidence } = detected;
  const readings = new KeyReadings(dialect, root, document.language);
  const declarations = readDeclarations(document);
  const settings = evaluateSettings(dialect.settings, readings);
  const properties = withoutContradictions(settings, dialect, readings);
  const run = readRun({ readings, properties, declarations });
  const declarationProblems = [...declarations.problems, ...unusedDeclarations(declarations, run)];
  return { document, dialect, confidence, readings, run, declarationProblems };
}
