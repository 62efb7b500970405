import { InvalidArgumentError, Option } from "commander";
import { readFactors, readFormats, readSeeds } from "../../lint/probe/probeOptions.ts";
import type { ProbeOptions } from "../probe/probeFile.ts";
import { type Format, formatOption } from "./optionValues.ts";
import type { Registration } from "./Registration.ts";

/** `bitlaw probe`. */
export const probe: Registration = (program, { output, exit }) => {
  program
    .command("probe")
    .description("write sibling configs of a run: every seed with every learning rate with every format")
    .argument("<file>", "config file")
    .option(
      "--seeds <seeds>",
      "how many, from the config's own on; or the seeds themselves, such as 1,2,7",
      accepted(readSeeds),
      3,
    )
    .addOption(
      new Option("--lr-factors <factors>", "factors of the config's learning rate")
        .argParser(accepted(readFactors))
        .default([1], "1"),
    )
    .option(
      "--formats <formats>",
      "names such as bf16,fp8_e4m3; without it, the config's own and bf16",
      accepted(readFormats),
    )
    .option("--out <folder>", "where to; without it, a folder NAME.probe beside the config")
    .option("--force", "replace configs that an earlier probe wrote")
    .option("--dry-run", "say what would be written, and write nothing")
    .addOption(formatOption<Format>("text", "json"))
    .action(async (file: string, options: ProbeOptions) => {
      const { probeFile } = await import("../probe/probeFile.ts");
      exit(await probeFile(file, options, output));
    });
};

function accepted<T>(read: (text: string) => T | string): (text: string) => T {
  return (text) => {
    const value = read(text);
    if (typeof value === "string") throw new InvalidArgumentError(value);
    return value;
  };
}
