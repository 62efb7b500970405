import type { Command } from "commander";
import { FORMAT_NAMES, OUTPUT_FORMATS } from "../../lint/report/formats/outputFormats.ts";
import type { CheckOptions } from "../check/CheckOptions.ts";
import { count, formatOption, refuseUnknownRules, ruleOption, threads } from "./optionValues.ts";
import type { Registration } from "./Registration.ts";

const FORMATS = FORMAT_NAMES.map((name) => `  ${name.padEnd(6)}  ${OUTPUT_FORMATS[name].purpose}`);

const EXIT_CODES = `
Exit codes:
  0    no errors, and no more warnings than --max-warnings lets pass
  1    an error, or more warnings
  2    an input, baseline or option that cannot be used; the other files are checked all the same
  130  interrupted`;

/** `bitlaw check`. */
export const check: Registration = (program, { output, context, version, exit }) => {
  program
    .command("check")
    .description("print the findings in configs")
    .argument("[files...]", "files, folders and globs; without one, the current folder")
    .addOption(formatOption(...FORMAT_NAMES))
    .addOption(ruleOption())
    .option("--max-warnings <count>", "warnings that are let pass", count, 0)
    .option("--quiet", "leave out findings below a warning, and notes")
    .option("--baseline <file>", "stay quiet about the findings that are written there")
    .option("--update-baseline", "write the findings of today to the file of --baseline")
    .option("--fix", "write the safe fixes into the files, then say what is left")
    .option("--fix-unsafe", "as --fix, and also write fixes that change what the run computes")
    .option("--diff", "print what --fix would change, and write nothing; 1 where it would change something")
    .option("--stdin", "check what standard input gives, under the name of --stdin-filename")
    .option("--stdin-filename <path>", "where the text of --stdin belongs; the file need not be there")
    .option("--force-exclude", "leave out ignored files even where they are named, for pre-commit")
    .option("--threads <count>", "threads to use; without it, more than one where that is faster", threads)
    .addHelpText("after", `\nFormats:\n${FORMATS.join("\n")}`)
    .addHelpText("after", EXIT_CODES)
    .action(async (files: string[], options: CheckOptions, command: Command) => {
      await refuseUnknownRules(options.rule, command);
      const { checkFiles } = await import("../check/checkFiles.ts");
      exit(await checkFiles(files, options, output, { ...context, version }));
    });
};
