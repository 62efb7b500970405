import { availableParallelism } from "node:os";
import { InvalidArgumentError } from "commander";
import { QUANTIZATION_METHODS, type QuantizationMethod } from "../../science/laws/Law.ts";
import type { FitOptions } from "../fit/FitOptions.ts";
import { count, type Format, formatOption, positive, threads } from "./optionValues.ts";
import type { Registration } from "./Registration.ts";

/** `bitlaw fit`. */
export const fit: Registration = (program, { output, context, exit }) => {
  program
    .command("fit")
    .description("fit a law form to a table of your own runs and write a law file")
    .argument(
      "[table]",
      "comma-separated runs, one a line (docs/fit.md); ptq, forest and train have tables of their own",
    )
    .requiredOption(
      "--law <form>",
      "the form: chinchilla, kumar, kumar-ptq, sun, ouyang, chen, quartet, quest, ptq, forest or train",
    )
    .option("--out <file>", "law file to write, for example .bitlaw/laws/own.json")
    .option("--force", "replace the law file where it exists")
    .option("--name <name>", "the law's name; without it, that of the file")
    .option(
      "--method <class>",
      "keep only rows of this class of methods: rtn, gptq, awq, learned or tuned",
      method,
    )
    .option("--delta <delta>", "where Huber's loss turns linear, in ln L", positive, 1e-3)
    .option("--bootstrap <count>", "resampled tables for the intervals; 0 for none", count, 1000)
    .option("--seed <seed>", "seed of the resampling", count, 1)
    .option("--threads <count>", "threads to use; they change no result", threads, availableParallelism())
    .addOption(formatOption<Format>("text", "json"))
    .action(async (table: string | undefined, options: FitOptions) => {
      const { fitTable } = await import("../fit/fitTable.ts");
      exit(await fitTable(table, options, output, context));
    });
};

function method(value: string): QuantizationMethod {
  const found = QUANTIZATION_METHODS.find((one) => one === value);
  if (found !== undefined) return found;
  throw new InvalidArgumentError(`It is ${QUANTIZATION_METHODS.join(", ")}.`);
}
