import { isHere } from "../config/document/ConfigNode.ts";
import type { TrainingConfig } from "../config/TrainingConfig.ts";
import type { Finding } from "./Finding.ts";

/**
 * A finding about a place in a companion, moved to the reference that leads to it: the file that is read shows it
 * there, and the companion at the place itself.
 */
export function atReference(finding: Finding, { references, document }: TrainingConfig): Finding {
  const { span, related, elsewhere } = finding;
  if (isHere(span)) return finding;
  const { start } = document.root.span;
  const reference = (span.file === undefined ? undefined : references.get(span.file)) ?? {
    start,
    end: start,
  };
  return {
    ...finding,
    span: reference,
    related: [{ span, message: "What it is about" }, ...related],
    elsewhere: [span, ...elsewhere],
  };
}
