import type { ExplainOptions } from "../explain/explainFiles.ts";
import { formatOption } from "./optionValues.ts";
import type { Registration } from "./Registration.ts";

/** `bitlaw explain`. */
export const explain: Registration = (program, { output, exit }) => {
  program
    .command("explain")
    .description("print the facts, predictions and findings of each file")
    .argument("<files...>", "config files, folders and globs")
    .addOption(formatOption<ExplainOptions["format"]>("text", "json", "markdown"))
    .action(async (files: string[], options: ExplainOptions) => {
      const { explainFiles } = await import("../explain/explainFiles.ts");
      exit(await explainFiles(files, options, output));
    });
};
