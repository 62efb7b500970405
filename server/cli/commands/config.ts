import type { Command } from "commander";
import type { ConfigOptions } from "../show/showConfig.ts";
import { type Format, formatOption, refuseUnknownRules, ruleOption } from "./optionValues.ts";
import type { Registration } from "./Registration.ts";

/** `bitlaw config`. */
export const config: Registration = (program, { output, exit }) => {
  program
    .command("config")
    .description("print which settings hold for a file, and where each comes from")
    .argument("<file>", "config file; it need not be there")
    .option("--all", "also what is as it is by default")
    .addOption(ruleOption())
    .addOption(formatOption<Format>("text", "json"))
    .action(async (file: string, options: ConfigOptions, command: Command) => {
      await refuseUnknownRules(options.rule, command);
      const { showConfig } = await import("../show/showConfig.ts");
      exit(await showConfig(file, options, output));
    });
};
