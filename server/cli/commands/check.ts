import { checkFiles } from "../checkFiles.ts";
import { type CheckFormat, checkFormat } from "./optionValues.ts";
import type { Registration } from "./Registration.ts";

/** `bitlaw check`. */
export const check: Registration = (program, { output, surroundings, version, exit }) => {
  program
    .command("check")
    .description("print findings")
    .argument("<files...>", "config files")
    .option("--format <format>", "text, json, sarif, github, gitlab or junit", checkFormat, "text")
    .action(async (files: string[], options: { format: CheckFormat }) => {
      const { rulePages } = surroundings;
      exit(await checkFiles(files, { format: options.format, version, rulePages }, output));
    });
};
