import { RULE_NAMES } from "./ruleNames.generated.ts";

const NAMES: ReadonlySet<string> = new Set(RULE_NAMES);

/** Whether there is a rule of that name. The rules stand in a layer above this one, so their names are generated. */
export function isRuleName(name: string): boolean {
  return NAMES.has(name);
}
