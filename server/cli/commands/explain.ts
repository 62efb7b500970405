import { type ExplainFormat, explainFormat } from "./optionValues.ts";
import type { Registration } from "./Registration.ts";

/** `bitlaw explain`. */
export const explain: Registration = (program, { output, exit }) => {
  program
    .command("explain")
    .description("print the facts, predictions and findings of each file")
    .argument("<files...>", "config files")
    .option("--format <format>", "text, json or markdown", explainFormat, "text")
    .action(async (files: string[], options: { format: ExplainFormat }) => {
      const { explainFiles } = await import("../explainFiles.ts");
      exit(await explainFiles(files, options.format, output));
    });
};
