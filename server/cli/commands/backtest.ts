import { type Format, formatOption } from "./optionValues.ts";
import type { Registration } from "./Registration.ts";

/** `bitlaw backtest`. */
export const backtest: Registration = (program, { output, exit }) => {
  program
    .command("backtest")
    .description("hold the laws against measurements")
    .argument("[tables...]", "tables of measurements (CSV); without one, those that come with Bitlaw")
    .option("--law <names...>", "only these laws", [])
    .addOption(formatOption<Format>("text", "json"))
    .action(async (tables: string[], options: { law: string[]; format: Format }) => {
      // An option with several values also takes what follows it: tables have an ending, laws have none.
      const isTable = (name: string) => /\.csv$/i.test(name);
      const names = options.law.filter((name) => !isTable(name));
      const all = [...tables, ...options.law.filter(isTable)];
      const { backtestTables } = await import("../backtest/backtestTables.ts");
      exit(await backtestTables(all, names, options.format, output));
    });
};
