import { Command, CommanderError } from "commander";
import { backtest } from "./commands/backtest.ts";
import { check } from "./commands/check.ts";
import { config } from "./commands/config.ts";
import { explain } from "./commands/explain.ts";
import { fit } from "./commands/fit.ts";
import { init } from "./commands/init.ts";
import { laws } from "./commands/laws.ts";
import { lsp } from "./commands/lsp.ts";
import { refuseTwice } from "./commands/optionValues.ts";
import { predict } from "./commands/predict.ts";
import { probe } from "./commands/probe.ts";
import { rules } from "./commands/rules.ts";
import { sharpness } from "./commands/sharpness.ts";
import { stability } from "./commands/stability.ts";
import type { Output } from "./terminal/Output.ts";
import type { ProcessContext } from "./terminal/ProcessContext.ts";

/** The commands, in the order of the help. */
const COMMANDS = [
  check,
  explain,
  predict,
  config,
  init,
  backtest,
  fit,
  laws,
  rules,
  probe,
  stability,
  sharpness,
  lsp,
];

/** Runs the command line. Returns the exit code: 0 clean, 1 findings at warning or above, 2 unusable input, 130 interrupted. */
export async function runCommandLine(
  args: readonly string[],
  version: string,
  output: Output,
  context: ProcessContext,
): Promise<number> {
  let code = 0;
  const program = new Command("bitlaw")
    .description("Lints the precision choices in LLM training configs with published, fitted scaling laws.")
    .version(version)
    // The entry has read them: the style is made before the commands run.
    .option("--color", "colour the text even where standard output is no terminal")
    .option("--no-color", "do not colour the text")
    .exitOverride()
    .configureOutput({ writeOut: (text) => output.out(text), writeErr: (text) => output.error(text) });
  const exit = (result: number) => {
    code = result;
  };
  for (const register of COMMANDS) register(program, { output, context, version, exit });
  refuseTwice(program);
  try {
    await program.parseAsync(args, { from: "user" });
    return code;
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return error.exitCode === 0 ? 0 : 2;
  }
}
