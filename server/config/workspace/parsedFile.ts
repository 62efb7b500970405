import { memoized } from "../../science/numerics/memoized.ts";
import type { ConfigDocument } from "../document/ConfigDocument.ts";
import { languageOf } from "../document/languageOf.ts";
import { parseConfig } from "../document/parseConfig.ts";
import type { WorkspaceFile } from "./Workspace.ts";

export type ParsedFile =
  | { readonly ok: true; readonly document: ConfigDocument }
  | { readonly ok: false; readonly because: string };

/** The first document of a companion, parsed again only when its text changes. */
export const parsedFile = memoized(parse);

function parse({ path, text }: WorkspaceFile): ParsedFile {
  const result = parseConfig(text, languageOf(path, text), { file: path });
  if (!result.ok) return { ok: false, because: `it cannot be read: ${result.failure.message}` };
  const [document] = result.documents;
  if (document?.root.kind !== "map") return { ok: false, because: "it holds no settings" };
  return { ok: true, document };
}
