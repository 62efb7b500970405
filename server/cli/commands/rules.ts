import { type Format, formatOption } from "./optionValues.ts";
import type { Registration } from "./Registration.ts";

/** `bitlaw rules`. */
export const rules: Registration = (program, { output, context, exit }) => {
  program
    .command("rules")
    .description("list the rules, or show the page of one of them")
    .argument("[name]", "name of a rule")
    .addOption(formatOption<Format>("text", "json"))
    .action(async (name: string | undefined, options: { format: Format }) => {
      const { showRules } = await import("../show/showRules.ts");
      exit(await showRules(name, options.format, output, context.rulePages));
    });
};
