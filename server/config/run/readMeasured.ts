import type { Anchor } from "../../science/laws/Law.ts";
import { type Declarations, declaredWhere } from "./declarations.ts";
import type { Fact } from "./TrainingRun.ts";

/** The measured degradations that `# bitlaw: measured=…` declares, in the order of the comments. */
export function readMeasured({ measured }: Declarations): readonly Fact<Anchor>[] {
  return measured.map(({ anchor, text, valueSpan }) => ({
    value: anchor,
    provenance: "declared",
    how: `declared \`measured=${text}\`${declaredWhere(valueSpan)}`,
    at: [valueSpan],
  }));
}
