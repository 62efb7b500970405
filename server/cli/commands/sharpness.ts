import type { SharpnessOptions } from "../sharpness/sharpnessOfCheckpoints.ts";
import { type Format, formatOption, positive } from "./optionValues.ts";
import type { Registration } from "./Registration.ts";

/** `bitlaw sharpness`. */
export const sharpness: Registration = (program, { output, context, exit }) => {
  program
    .command("sharpness")
    .description("compute the logit sharpness of checkpoints, which rises before some runs diverge")
    .argument(
      "<logits...>",
      "last-token logits [batch, vocabulary] as .npy, one file for each checkpoint in order",
    )
    .requiredOption("--targets <file>", "the tokens that follow, [batch] as .npy")
    .option("--epsilon <size>", "relative size of the box that is searched", positive, 5e-3)
    .addOption(formatOption<Format>("text", "json"))
    .action(async (paths: string[], options: SharpnessOptions) => {
      const { sharpnessOfCheckpoints } = await import("../sharpness/sharpnessOfCheckpoints.ts");
      exit(await sharpnessOfCheckpoints(paths, options, output, context.signal));
    });
};
