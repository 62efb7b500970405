import accelerate from "../../data/dialects/accelerate.json" with { type: "json" };
import automodel from "../../data/dialects/automodel.json" with { type: "json" };
import axolotl from "../../data/dialects/axolotl.json" with { type: "json" };
import compressedTensors from "../../data/dialects/compressed-tensors.json" with { type: "json" };
import deepseekInference from "../../data/dialects/deepseek-inference.json" with { type: "json" };
import deepspeed from "../../data/dialects/deepspeed.json" with { type: "json" };
import gptNeox from "../../data/dialects/gpt-neox.json" with { type: "json" };
import gptq from "../../data/dialects/gptq.json" with { type: "json" };
import hfConfig from "../../data/dialects/hf-config.json" with { type: "json" };
import levanter from "../../data/dialects/levanter.json" with { type: "json" };
import lingua from "../../data/dialects/lingua.json" with { type: "json" };
import litgpt from "../../data/dialects/litgpt.json" with { type: "json" };
import llamaFactory from "../../data/dialects/llama-factory.json" with { type: "json" };
import llamaFactoryV1 from "../../data/dialects/llama-factory-v1.json" with { type: "json" };
import llmCompressor from "../../data/dialects/llm-compressor.json" with { type: "json" };
import llmFoundry from "../../data/dialects/llm-foundry.json" with { type: "json" };
import llmc from "../../data/dialects/llmc.json" with { type: "json" };
import maxtext from "../../data/dialects/maxtext.json" with { type: "json" };
import megatronBridge from "../../data/dialects/megatron-bridge.json" with { type: "json" };
import megatronLm from "../../data/dialects/megatron-lm.json" with { type: "json" };
import mistralFinetune from "../../data/dialects/mistral-finetune.json" with { type: "json" };
import mlxLm from "../../data/dialects/mlx-lm.json" with { type: "json" };
import modelopt from "../../data/dialects/modelopt.json" with { type: "json" };
import modeloptPtq from "../../data/dialects/modelopt-ptq.json" with { type: "json" };
import msSwift from "../../data/dialects/ms-swift.json" with { type: "json" };
import nanotron from "../../data/dialects/nanotron.json" with { type: "json" };
import nemo from "../../data/dialects/nemo.json" with { type: "json" };
import nemoRl from "../../data/dialects/nemo-rl.json" with { type: "json" };
import olmo from "../../data/dialects/olmo.json" with { type: "json" };
import openLm from "../../data/dialects/open-lm.json" with { type: "json" };
import primeRl from "../../data/dialects/prime-rl.json" with { type: "json" };
import primus from "../../data/dialects/primus.json" with { type: "json" };
import torchtitan from "../../data/dialects/torchtitan.json" with { type: "json" };
import torchtune from "../../data/dialects/torchtune.json" with { type: "json" };
import transformers from "../../data/dialects/transformers.json" with { type: "json" };
import trl from "../../data/dialects/trl.json" with { type: "json" };
import unsloth from "../../data/dialects/unsloth.json" with { type: "json" };
import verl from "../../data/dialects/verl.json" with { type: "json" };
import { COMMAND_CONFIG } from "./commandRoot.ts";
import type { CaseRule, DialectFile, KeyFile } from "./Dialect.ts";
import { withEngineKeys } from "./engineKeys.ts";

const FILES = [
  nanotron,
  llmFoundry,
  megatronLm,
  axolotl,
  deepspeed,
  transformers,
  trl,
  nemo,
  llamaFactory,
  gptNeox,
  accelerate,
  gptq,
  modelopt,
  automodel,
  olmo,
  torchtune,
  hfConfig,
  llmCompressor,
  compressedTensors,
  lingua,
  verl,
  nemoRl,
  levanter,
  mlxLm,
  mistralFinetune,
  msSwift,
  maxtext,
  litgpt,
  llamaFactoryV1,
  megatronBridge,
  modeloptPtq,
  unsloth,
  torchtitan,
  primeRl,
  deepseekInference,
  openLm,
  llmc,
  primus,
] as unknown as readonly DialectFile[];

/** What launchers call the processes of a run, all of them or those of a node, and its nodes. */
const PROCESSES = ["nproc_per_node", "num_processes", "num_gpus", "ntasks_per_node", "ntasks", "np"];
const NODES = ["nnodes", "num_nodes", "nodes"];

/** Every dialect that Bitlaw reads, `extends` filled in. Adding one is adding a file to data/dialects and to this list. */
export const DIALECTS: readonly DialectFile[] = FILES.map((file) =>
  withCommandKeys(withEngineKeys(withBase(file))),
);

/** A dialect with commands reads the number of processes from their launchers, and the config that they name. */
function withCommandKeys(dialect: DialectFile): DialectFile {
  if (dialect.commands === undefined) return dialect;
  const counted = (key: string, names: readonly string[]): KeyFile => ({
    type: "number",
    ...dialect.keys[key],
    paths: [...names.map((name) => `launcher.${name}`), ...(dialect.keys[key]?.paths ?? [])],
  });
  const config = { kind: "keys", path: COMMAND_CONFIG, below: "", required: true } as const;
  const named = dialect.commands.some((command) => command.config !== undefined) ? [config] : [];
  // Accelerate's own file belongs to the run as if the config named it.
  const accelerate = dialect.keys["accelerate_config_file"];
  const withLauncher = accelerate && { ...accelerate, paths: [...accelerate.paths, "launcher.config_file"] };
  return {
    ...dialect,
    keys: {
      ...dialect.keys,
      ...(withLauncher ? { accelerate_config_file: withLauncher } : {}),
      worldSize: counted("worldSize", PROCESSES),
      nodes: counted("nodes", NODES),
    },
    companions: [...named, ...(dialect.companions ?? [])],
  };
}

function withBase(file: DialectFile): DialectFile {
  const base = FILES.find((other) => other.id === file.extends);
  if (base === undefined) return withCompanions(file);
  return {
    ...file,
    keys: { ...base.keys, ...file.keys },
    settings: [...base.settings, ...file.settings],
    conflicts: [...base.conflicts, ...file.conflicts],
    inactive: [...(base.inactive ?? []), ...(file.inactive ?? [])],
    cases: merged(base.cases, file.cases),
    companions: [...(base.companions ?? []), ...(file.companions ?? [])],
    choices: { ...base.choices, ...file.choices },
    engines: { ...base.engines, ...file.engines },
  };
}

function withCompanions(file: DialectFile): DialectFile {
  const shared = FILES.find(({ id }) => id === file.companionsFrom)?.companions;
  return shared === undefined ? file : { ...file, companions: [...shared, ...(file.companions ?? [])] };
}

function merged(base: DialectFile["cases"] = {}, own: DialectFile["cases"] = {}): DialectFile["cases"] {
  const rules = [...new Set([...Object.keys(base), ...Object.keys(own)])] as CaseRule[];
  return Object.fromEntries(rules.map((rule) => [rule, [...(base[rule] ?? []), ...(own[rule] ?? [])]]));
}
