import apertus from "../../data/models/apertus.json" with { type: "json" };
import arcee from "../../data/models/arcee.json" with { type: "json" };
import bitnet from "../../data/models/bitnet.json" with { type: "json" };
import bloom from "../../data/models/bloom.json" with { type: "json" };
import dbrx from "../../data/models/dbrx.json" with { type: "json" };
import deepseek from "../../data/models/deepseek.json" with { type: "json" };
import dots from "../../data/models/dots.json" with { type: "json" };
import ernie from "../../data/models/ernie.json" with { type: "json" };
import exaone from "../../data/models/exaone.json" with { type: "json" };
import falcon from "../../data/models/falcon.json" with { type: "json" };
import gemma from "../../data/models/gemma.json" with { type: "json" };
import glm from "../../data/models/glm.json" with { type: "json" };
import gptNeo from "../../data/models/gpt-neo.json" with { type: "json" };
import gptOss from "../../data/models/gpt-oss.json" with { type: "json" };
import gpt2 from "../../data/models/gpt2.json" with { type: "json" };
import granite from "../../data/models/granite.json" with { type: "json" };
import hunyuan from "../../data/models/hunyuan.json" with { type: "json" };
import kimi from "../../data/models/kimi.json" with { type: "json" };
import lfm from "../../data/models/lfm.json" with { type: "json" };
import ling from "../../data/models/ling.json" with { type: "json" };
import llama from "../../data/models/llama.json" with { type: "json" };
import llava from "../../data/models/llava.json" with { type: "json" };
import mamba from "../../data/models/mamba.json" with { type: "json" };
import mimo from "../../data/models/mimo.json" with { type: "json" };
import minimax from "../../data/models/minimax.json" with { type: "json" };
import mistral from "../../data/models/mistral.json" with { type: "json" };
import mpt from "../../data/models/mpt.json" with { type: "json" };
import nemotron from "../../data/models/nemotron.json" with { type: "json" };
import olmo from "../../data/models/olmo.json" with { type: "json" };
import opt from "../../data/models/opt.json" with { type: "json" };
import phi from "../../data/models/phi.json" with { type: "json" };
import pythia from "../../data/models/pythia.json" with { type: "json" };
import qwen from "../../data/models/qwen.json" with { type: "json" };
import salamandra from "../../data/models/salamandra.json" with { type: "json" };
import seedOss from "../../data/models/seed-oss.json" with { type: "json" };
import smollm from "../../data/models/smollm.json" with { type: "json" };
import stablelm from "../../data/models/stablelm.json" with { type: "json" };
import starcoder from "../../data/models/starcoder.json" with { type: "json" };
import tinyLlama from "../../data/models/tiny-llama.json" with { type: "json" };
import torchtitan from "../../data/models/torchtitan.json" with { type: "json" };
import yi from "../../data/models/yi.json" with { type: "json" };

/** A released model. Schema: schemas/models.schema.json. Parameters and tokens are single units. */
export interface CatalogueModel {
  readonly name: string;
  /** Other names of the same weights. One that several models have is ambiguous. */
  readonly aliases?: readonly string[];
  /** All parameters. */
  readonly parameters: number;
  /** Parameters that one token uses, for mixtures of experts; embeddings included. */
  readonly activeParameters?: number;
  /** Everything but token and position embeddings and the output matrix; all experts of a mixture. */
  readonly nonEmbeddingParameters: number;
  /** The arithmetic from the published architecture. */
  readonly how: { readonly nonEmbedding: string; readonly embedding: string; readonly active?: string };
  /** Tokens of the pre-training, with `tokensSource`. */
  readonly pretrainingTokens?: number;
  readonly tokensSource?: string;
}

export interface ModelFamily {
  readonly family: string;
  readonly source: string;
  readonly models: readonly CatalogueModel[];
}

/** Every family of the catalogue. Adding one is adding a file to data/models and to this list. */
export const MODEL_FAMILIES: readonly ModelFamily[] = [
  apertus,
  arcee,
  bitnet,
  bloom,
  dbrx,
  deepseek,
  dots,
  ernie,
  exaone,
  falcon,
  gemma,
  glm,
  gpt2,
  gptNeo,
  gptOss,
  granite,
  hunyuan,
  kimi,
  lfm,
  ling,
  llama,
  llava,
  mamba,
  mimo,
  minimax,
  mistral,
  mpt,
  nemotron,
  olmo,
  opt,
  phi,
  pythia,
  qwen,
  salamandra,
  seedOss,
  smollm,
  stablelm,
  starcoder,
  tinyLlama,
  torchtitan,
  yi,
];
