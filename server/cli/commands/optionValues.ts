import { type Command, InvalidArgumentError, Option } from "commander";
import { RULE_SEVERITIES, type RuleSeverities } from "../../lint/Severity.ts";
import { nearestName } from "../../science/nearestNames.ts";

/** The formats that most commands print: for people, and for programs. */
export type Format = "text" | "json";

/** `--format`: one of these names; the first is the default. */
export function formatOption<Name extends string>(...names: readonly Name[]): Option {
  // Made for every command at every start, of which `Intl.ListFormat` would take a tenth.
  const list = `${names.slice(0, -1).join(", ")} or ${names.at(-1)}`;
  const read = (value: string): Name => {
    const known = names.find((name) => name === value);
    if (known !== undefined) return known;
    throw new InvalidArgumentError(`It is ${list}.`);
  };
  return new Option("--format <format>", list).argParser(read).default(names[0]);
}

/** @throws InvalidArgumentError, as all readers of option values here, with what the value may be. */
export function positive(value: string): number {
  const number = Number(value);
  if (number > 0 && Number.isFinite(number)) return number;
  throw new InvalidArgumentError("It is a number above zero.");
}

export function nats(value: string): number {
  const number = Number(value);
  if (number > 0 && number <= 1) return number;
  throw new InvalidArgumentError("It is a number of nats per token, above zero and at most 1.");
}

export function count(value: string): number {
  const number = Number(value);
  if (/^\d+$/.test(value) && number <= 1_000_000) return number;
  throw new InvalidArgumentError("It is a whole number from 0 to 1,000,000.");
}

export function threads(value: string): number {
  const number = Number(value);
  if (/^\d+$/.test(value) && number >= 1 && number <= 256) return number;
  throw new InvalidArgumentError("It is a whole number from 1 to 256.");
}

const RULE_FLAGS = "--rule <name=severity>";

/** `--rule NAME=SEVERITY`, once for each rule whose severity is to differ from its default. */
export function ruleOption(): RepeatableOption {
  return new RepeatableOption(
    RULE_FLAGS,
    `severity of a rule: ${RULE_SEVERITIES.join(", ")}; may be given for several rules`,
  )
    .argParser(withRule)
    .default({}, "each rule's own");
}

function withRule(value: string, rules: RuleSeverities): RuleSeverities {
  const [name = "", word, ...more] = value.split("=");
  if (word === undefined || more.length > 0)
    throw new InvalidArgumentError("Write a rule and its severity, such as coarse-scaling=off.");
  const severity = RULE_SEVERITIES.find((one) => one === word);
  if (severity === undefined)
    throw new InvalidArgumentError(
      `${unknown("severity", word, RULE_SEVERITIES)} It is one of ${RULE_SEVERITIES.join(", ")}.`,
    );
  if (Object.hasOwn(rules, name))
    throw new InvalidArgumentError(`The rule ${name} has a severity already; keep one of them.`);
  return { ...rules, [name]: severity };
}

/**
 * Reports an unknown rule as an error of the command. The rules are loaded now, not with the options of all commands.
 */
export async function refuseUnknownRules(severities: RuleSeverities, command: Command): Promise<void> {
  const { isRuleName, RULE_NAMES } = await import("../../lint/rules/rules.ts");
  for (const [name, severity] of Object.entries(severities)) {
    if (isRuleName(name)) continue;
    const because = `${unknown("rule", name, RULE_NAMES)} \`bitlaw rules\` lists all of them.`;
    command.error(`error: option '${RULE_FLAGS}' argument '${name}=${severity}' is invalid. ${because}`, {
      exitCode: 2,
    });
  }
}

function unknown(what: string, name: string, names: readonly string[]): string {
  const near = nearestName(name, names);
  return `There is no ${what} ${name}${near === undefined ? "." : `; is it ${near}?`}`;
}

/** An option that may be given several times, each time with another value. */
export class RepeatableOption extends Option {}

/** Reports a second value of an option as an error: the parser would silently take the last value. */
export function refuseTwice(command: Command): void {
  for (const option of command.options) {
    const takesOne = (option.required || option.optional) && !option.variadic;
    if (!takesOne || option instanceof RepeatableOption) continue;
    let given = false;
    command.on(`option:${option.name()}`, () => {
      if (given)
        command.error(`error: option '${option.flags}' is given twice; keep one of them`, { exitCode: 2 });
      given = true;
    });
  }
  for (const sub of command.commands) refuseTwice(sub);
}
