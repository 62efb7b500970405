import { type Format, formatOption } from "./optionValues.ts";
import type { Registration } from "./Registration.ts";

/** `bitlaw laws`. */
export const laws: Registration = (program, { output, exit }) => {
  program
    .command("laws")
    .description("list the laws, or show one of them in full")
    .argument("[name]", "name of a law")
    .addOption(formatOption<Format>("text", "json"))
    .action(async (name: string | undefined, options: { format: Format }) => {
      const { showLaws } = await import("../show/showLaws.ts");
      exit(await showLaws(name, options.format, output));
    });
};
