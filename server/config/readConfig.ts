import type { DialectFile } from "./dialect/Dialect.ts";
import { detectDialect, mayBeTrainingConfig } from "./dialect/detectDialect.ts";
import { DIALECTS } from "./dialect/dialects.ts";
import { evaluateSettings } from "./dialect/evaluateSettings.ts";
import { KeyReadings } from "./dialect/readKey.ts";
import { withoutContradictions } from "./dialect/withoutContradictions.ts";
import type { ConfigDocument, ConfigLanguage } from "./document/ConfigDocument.ts";
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
  const configs = parsed.documents.flatMap((document) => readDocument(document) ?? []);
  return configs.length > 0 ? { kind: "configs", configs } : { kind: "foreign" };
}

function readDocument(document: ConfigDocument): TrainingConfig | undefined {
  const detected = detectDialect(document, DIALECTS);
  if (detected === undefined) return undefined;
  const { dialect, root, confidence } = detected;
  const readings = new KeyReadings(dialect, root, document.language);
  const declarations = readDeclarations(document);
  const settings = evaluateSettings(dialect.settings, readings);
  const properties = withoutContradictions(settings, dialect, readings);
  const run = readRun({ readings, properties, declarations });
  const declarationProblems = [...declarations.problems, ...unusedDeclarations(declarations, run)];
  return { document, dialect, confidence, readings, run, declarationProblems };
}
