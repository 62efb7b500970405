import type { Option } from "commander";
import { RUN_NOISE } from "../../science/decision/decide.ts";
import type { PredictOptions } from "../predict/PredictOptions.ts";
import { nats, RepeatableOption } from "./optionValues.ts";
import type { Registration } from "./Registration.ts";

/** `bitlaw predict`. */
export const predict: Registration = (program, { output, exit }) => {
  program
    .command("predict")
    .description("say what number formats cost a run and what they save, without a config")
    .option("--parameters <count>", "parameters in all, such as 7B")
    .option("--tokens <count>", "training tokens, such as 2T")
    .option("--base <model>", "a released model by its name: its parameters, tokens and measured results")
    .option(
      "--active-parameters <count>",
      "of a mixture of experts: the parameters that a token uses; without it, the model is dense",
    )
    .option(
      "--formats <formats>",
      "names such as nvfp4,mxfp8,bf16; without it, the usual ones that the accelerator has",
    )
    .option("--hardware <name>", "accelerator, such as h100 or b200")
    .option("--world-size <count>", "accelerators that train together")
    .option(
      "--speedup <ratio>",
      "times as fast as BF16, where you have timed it: 1.35 for all formats, or nvfp4=1.5,mxfp8=1.2",
    )
    .option(
      "--quantize <formats>",
      "say instead what quantizing the trained weights costs: int4:g128, or int4:g128,int3:g64",
    )
    .option("--method <class>", "how they are quantized: rtn, gptq, awq, learned or tuned")
    .option("--noise <nats>", "difference of losses within which two runs are the same", nats, RUN_NOISE)
    .addOption(eitherFormatOption())
    .action(async ({ format, ...options }: GivenOptions) => {
      const { predictFormats } = await import("../predict/predictFormats.ts");
      exit(await predictFormats({ ...options, ...format }, output));
    });
};

/** `--format` may name the output, number formats, or one after the other. */
type GivenOptions = Omit<PredictOptions, "format"> & {
  readonly format: Pick<PredictOptions, "format" | "formats">;
};

const OUTPUTS = ["text", "json", "markdown"] as const;

/** `--format`, which names the output, as for all commands; what it does not know are number formats, as in `--formats`. */
function eitherFormatOption(): Option {
  return new RepeatableOption(
    "--format <format>",
    "text, json or markdown; number formats are taken as for --formats",
  )
    .argParser((value: string, before: GivenOptions["format"]): GivenOptions["format"] => {
      const output = OUTPUTS.find((one) => one === value);
      return output === undefined ? { ...before, formats: value } : { ...before, format: output };
    })
    .default({ format: "text" }, "text");
}
