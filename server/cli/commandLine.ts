import { Command, CommanderError, InvalidArgumentError } from "commander";
import { checkFiles } from "./checkFiles.ts";
import { explainFiles } from "./explainFiles.ts";
import type { Output } from "./Output.ts";
import { showLaws } from "./showLaws.ts";

type Format = "text" | "json";
type ExplainFormat = Format | "markdown";

/** Runs the command line. Returns the exit code: 0 clean, 1 findings at warning or above, 2 unusable input. */
export async function runCommandLine(
  args: readonly string[],
  version: string,
  output: Output,
): Promise<number> {
  let code = 0;
  const program = new Command("bitlaw")
    .description("Lints the precision choices in LLM training configs with published, fitted scaling laws.")
    .version(version)
    .exitOverride()
    .configureOutput({ writeOut: (text) => output.out(text), writeErr: (text) => output.error(text) });
  program
    .command("check")
    .description("print findings")
    .argument("<files...>", "config files")
    .option("--format <format>", "text or json", format, "text")
    .action(async (files: string[], options: { format: Format }) => {
      code = await checkFiles(files, options.format, output);
    });
  program
    .command("explain")
    .description("print the facts, predictions and findings of each file")
    .argument("<files...>", "config files")
    .option("--format <format>", "text, json or markdown", explainFormat, "text")
    .action(async (files: string[], options: { format: ExplainFormat }) => {
      code = await explainFiles(files, options.format, output);
    });
  program
    .command("laws")
    .description("list the laws, or show one of them in full")
    .argument("[name]", "name of a law")
    .option("--format <format>", "text or json", format, "text")
    .action(async (name: string | undefined, options: { format: Format }) => {
      code = await showLaws(name, options.format, output);
    });
  try {
    await program.parseAsync(args, { from: "user" });
    return code;
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return error.exitCode === 0 ? 0 : 2;
  }
}

function format(value: string): Format {
  if (value === "text" || value === "json") return value;
  throw new InvalidArgumentError("It is text or json.");
}

function explainFormat(value: string): ExplainFormat {
  if (value === "text" || value === "json" || value === "markdown") return value;
  throw new InvalidArgumentError("It is text, json or markdown.");
}
