/**
 * Sizes of released models as fixtures name them, worked out by hand from the published architectures: layers ×
 * (attention + MLP + norms) + final norm without embeddings, then the embeddings. Tokens are those of the papers.
 */

// attention 2·896² + 2·896·128 + biases 896 + 2·128 = 1,836,160; MLP 3·896·4864 = 13,074,432; norms 1,792;
// 24 × 14,912,384 + 896; + 151,936 × 896, tied
export const QWEN_2_5_05B = {
  parameters: 494_032_768,
  nonEmbeddingParameters: 357_898_112,
  pretrainingTokens: 18e12,
};

// attention 2·3584² + 2·3584·512 + biases 3,584 + 2·512 = 29,364,736; MLP 3·3584·18944 = 203,685,888; norms 7,168;
// 28 × 233,057,792 + 3,584; + 2 × 152,064 × 3,584
export const QWEN_2_5_7B = {
  parameters: 7_615_616_512,
  nonEmbeddingParameters: 6_525_621_760,
  pretrainingTokens: 18e12,
};

// attention 2·4096² + 2·4096·1024 = 41,943,040; MLP 3·4096·14336 = 176,160,768; norms 8,192;
// 32 × 218,112,000 + 4,096; + 2 × 32,768 × 4,096. Mistral has not published its tokens.
export const MISTRAL_7B_V03 = { parameters: 7_248_023_552, nonEmbeddingParameters: 6_979_588_096 };

// the layers of Mistral 7B; + 2 × 128,256 × 4,096
export const LLAMA_3_8B = {
  parameters: 8_030_261_248,
  nonEmbeddingParameters: 6_979_588_096,
  pretrainingTokens: 15e12,
};

// attention 2·3072² + 2·3072·1024 = 25,165,824; MLP 3·3072·8192 = 75,497,472; norms 6,144; 28 × 100,669,440 + 3,072;
// + 128,256 × 3,072, tied
export const LLAMA_3_2_3B = {
  parameters: 3_212_749_824,
  nonEmbeddingParameters: 2_818_747_392,
  pretrainingTokens: 9e12,
};

// attention 4·4096² = 67,108,864; MLP 3·4096·11008 = 135,266,304; norms 8,192; 32 × 202,383,360 + 4,096;
// + 2 × 32,000 × 4,096
export const LLAMA_2_7B = {
  parameters: 6_738_415_616,
  nonEmbeddingParameters: 6_476_271_616,
  pretrainingTokens: 2e12,
};

// attention 4·5120² = 104,857,600; MLP 3·5120·13824 = 212,336,640; norms 10,240; 40 × 317,204,480 + 5,120;
// + 2 × 32,000 × 5,120
export const LLAMA_2_13B = {
  parameters: 13_015_864_320,
  nonEmbeddingParameters: 12_688_184_320,
  pretrainingTokens: 2e12,
};

// 12·4096² + 2·4096 = 201,334,784 a layer without biases; 32 × 201,334,784 + 4,096; + 50,432 × 4,096, tied
export const MPT_7B = {
  parameters: 6_649_286_656,
  nonEmbeddingParameters: 6_442_717_184,
  pretrainingTokens: 1e12,
};

// 12·1024² + 13·1024 = 12,596,224 a layer; 24 × 12,596,224 + 2·1024; + 2 × 50,304 × 1,024; 143,000 × 2,097,152 tokens
export const PYTHIA_410M = {
  parameters: 405_334_016,
  nonEmbeddingParameters: 302_311_424,
  pretrainingTokens: 299_892_736_000,
};

// attention 2·576² + 2·576·192 = 884,736; MLP 3·576·1536 = 2,654,208; norms 1,152; 30 × 3,540,096 + 576;
// + 49,152 × 576, tied
export const SMOLLM2_135M = {
  parameters: 134_515_008,
  nonEmbeddingParameters: 106_203_456,
  pretrainingTokens: 2e12,
};

/** What a run from scratch takes over from a named model: its shape, not its training. */
export function untrained<T extends { readonly pretrainingTokens?: number }>({
  pretrainingTokens: _,
  ...size
}: T): Omit<T, "pretrainingTokens"> {
  return size;
}
