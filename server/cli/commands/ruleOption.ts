import { InvalidArgumentError } from "commander";
import { RULE_NAMES } from "../../config/project/ruleNames.generated.ts";
import type { RuleSeverities } from "../../lint/analyse.ts";
import { nearestName } from "../../science/fit/nearestName.ts";
import { RepeatableOption } from "./refuseTwice.ts";

const SEVERITIES = ["off", "hint", "information", "warning", "error"] as const;

/** `--rule NAME=SEVERITY`, once for each rule that is to be told something else than its default. */
export function ruleOption(): RepeatableOption {
  return new RepeatableOption(
    "--rule <name=severity>",
    `severity of a rule: ${SEVERITIES.join(", ")}; may be given for several rules`,
  )
    .argParser(withRule)
    .default({}, "each rule's own");
}

function withRule(value: string, rules: RuleSeverities): RuleSeverities {
  const [name = "", word, ...more] = value.split("=");
  if (word === undefined || more.length > 0)
    throw new InvalidArgumentError("Write a rule and its severity, such as coarse-scaling=off.");
  if (!RULE_NAMES.includes(name))
    throw new InvalidArgumentError(
      `${unknown("rule", name, RULE_NAMES)} \`bitlaw rules\` lists all of them.`,
    );
  const severity = SEVERITIES.find((one) => one === word);
  if (severity === undefined)
    throw new InvalidArgumentError(
      `${unknown("severity", word, SEVERITIES)} It is one of ${SEVERITIES.join(", ")}.`,
    );
  if (name in rules)
    throw new InvalidArgumentError(`The rule ${name} has a severity already; keep one of them.`);
  return { ...rules, [name]: severity };
}

function unknown(what: string, name: string, names: readonly string[]): string {
  const near = nearestName(name, names);
  return `There is no ${what} ${name}${near === undefined ? "." : `; is it ${near}?`}`;
}
