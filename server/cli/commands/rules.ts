import { type Format, format } from "./optionValues.ts";
import type { Registration } from "./Registration.ts";

/** `bitlaw rules`. */
export const rules: Registration = (program, { output, surroundings, exit }) => {
  program
    .command("rules")
    .description("list the rules, or show the page of one of them")
    .argument("[name]", "name of a rule")
    .option("--format <format>", "text or json", format, "text")
    .action(async (name: string | undefined, options: { format: Format }) => {
      const { showRules } = await import("../showRules.ts");
      exit(await showRules(name, options.format, output, surroundings.rulePages));
    });
};
