import type { CheckCommand } from "../check/CheckCommand.ts";
import { checkFiles } from "../check/checkFiles.ts";
import { format, threads } from "./optionValues.ts";
import type { Registration } from "./Registration.ts";

/** `bitlaw check`. */
export const check: Registration = (program, { output, surroundings, exit }) => {
  program
    .command("check")
    .description("print the findings in configs")
    .argument("[files...]", "files, folders and globs; without one, the current folder")
    .option("--format <format>", "text or json", format, "text")
    .option("--force-exclude", "leave out ignored files even where they are named, as pre-commit does")
    .option("--threads <count>", "threads to use; without it, more than one where that is faster", threads)
    .action(async (files: string[], options: CheckCommand) => {
      exit(await checkFiles(files, { ...options, rule: {}, maxWarnings: 0 }, output, surroundings));
    });
};
