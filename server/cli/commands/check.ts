import { checkFiles } from "../checkFiles.ts";
import { type Format, format } from "./optionValues.ts";
import type { Registration } from "./Registration.ts";

/** `bitlaw check`. */
export const check: Registration = (program, { output, exit }) => {
  program
    .command("check")
    .description("print findings")
    .argument("<files...>", "config files")
    .option("--format <format>", "text or json", format, "text")
    .action(async (files: string[], options: { format: Format }) => {
      exit(await checkFiles(files, options.format, output));
    });
};
