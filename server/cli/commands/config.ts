import type { ConfigCommand } from "../showConfig.ts";
import { format, ruleOption } from "./optionValues.ts";
import type { Registration } from "./Registration.ts";

/** `bitlaw config`. */
export const config: Registration = (program, { output, exit }) => {
  program
    .command("config")
    .description("print which settings hold for a file, and where each comes from")
    .argument("<file>", "config file; it need not be there")
    .option("--all", "also what is as it is by default")
    .addOption(ruleOption())
    .option("--format <format>", "text or json", format, "text")
    .action(async (file: string, options: ConfigCommand) => {
      const { showConfig } = await import("../showConfig.ts");
      exit(await showConfig(file, options, output));
    });
};
