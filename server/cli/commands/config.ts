import { type ShowSettings, showSettings } from "../showSettings.ts";
import { format } from "./optionValues.ts";
import type { Registration } from "./Registration.ts";

/** `bitlaw config`. */
export const config: Registration = (program, { output, exit }) => {
  program
    .command("config")
    .description("show which settings hold for a file, and where each comes from")
    .argument("<file>", "a config, which need not be there yet")
    .option("--all", "show the defaults too")
    .option("--format <format>", "text or json", format, "text")
    .action(async (file: string, options: ShowSettings) => {
      exit(await showSettings(file, options, output));
    });
};
