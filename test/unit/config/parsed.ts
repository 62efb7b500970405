import {
  type ConfigDocument,
  type ConfigLanguage,
  type Located,
  locate,
} from "../../../server/config/document/ConfigDocument.ts";
import type { Span } from "../../../server/config/document/ConfigNode.ts";
import { parseConfig } from "../../../server/config/document/parseConfig.ts";

/** The documents of a text that must parse. */
export function documentsOf(text: string, language: ConfigLanguage = "yaml"): readonly ConfigDocument[] {
  const parsed = parseConfig(text, language);
  if (!parsed.ok) throw new Error(parsed.failure.message);
  return parsed.documents;
}

/** The only document of a text. */
export function documentOf(text: string, language: ConfigLanguage = "yaml"): ConfigDocument {
  const [document, ...more] = documentsOf(text, language);
  if (document === undefined || more.length > 0) throw new Error(`${more.length + 1} documents`);
  return document;
}

/** What stands at a dotted path. */
export function at({ root }: ConfigDocument, path: string): Located {
  const located = locate(root, path.split("."));
  if (located === undefined) throw new Error(`nothing at ${path}`);
  return located;
}

/** The scalar at a dotted path: its content, and the text that its span covers. */
export function scalarAt(document: ConfigDocument, path: string): { content: string; covered: string } {
  const { node } = at(document, path);
  if (node.kind !== "scalar") throw new Error(`${path} is a ${node.kind}`);
  return { content: node.text, covered: covered(document, node.span) };
}

export function covered({ text }: ConfigDocument, { start, end }: Span): string {
  return text.slice(start, end);
}
