import { STABILITY_SETTINGS } from "../../science/stability/stabilitySettings.ts";
import type { StabilityOptions } from "../stability/judgeLogs.ts";
import { formatOption, positive } from "./optionValues.ts";
import type { Registration } from "./Registration.ts";

/** `bitlaw stability`. */
export const stability: Registration = (program, { output, context, exit }) => {
  program
    .command("stability")
    .description("judge from training logs whether a format trains as robustly as a wider one")
    .argument(
      "<logs...>",
      "training logs or folders of them: CSV, JSONL, trainer_state.json, TensorBoard, W&B",
    )
    .option("--baseline <format>", "the format to compare with; without it, the widest one")
    .option("--window <steps>", "steps that the loss is averaged over", positive, STABILITY_SETTINGS.window)
    .option(
      "--threshold <nats>",
      "rise of the average in one step that is a spike",
      positive,
      STABILITY_SETTINGS.threshold,
    )
    .option(
      "--margin <nats>",
      "how far above the other runs a run may end before it counts as failed",
      positive,
      STABILITY_SETTINGS.margin,
    )
    .addOption(formatOption<StabilityOptions["format"]>("text", "json", "html"))
    .option("--out <file>", "write the report to a file")
    .option("--save <name>", "write it as JSON to .bitlaw/stability/NAME.json, where the editor finds it")
    .option("--force", "replace the file of --out or --save where it exists")
    .action(async (paths: string[], options: StabilityOptions) => {
      const { judgeLogs } = await import("../stability/judgeLogs.ts");
      exit(await judgeLogs(paths, options, output, context.signal));
    });
};
