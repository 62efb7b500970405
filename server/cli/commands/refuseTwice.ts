import { type Command, Option } from "commander";

/** An option that may be given several times, each time with another value. */
export class RepeatableOption extends Option {}

/** Makes a second value of an option an error: the parser would take the last one and drop the first in silence. */
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
