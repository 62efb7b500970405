/** A fine-tuning run with two contradicting precisions, one `conflicting-precision` finding. */
export const CONFLICTING = `model_name_or_path: meta-llama/Llama-3.1-8B
per_device_train_batch_size: 4
gradient_accumulation_steps: 2
num_train_epochs: 1
lr_scheduler_type: cosine
learning_rate: 1.0e-5
output_dir: out
bf16: true
fp16: true
`;

/** The same run without the contradiction. */
export const CLEAN = CONFLICTING.replace("fp16: true", "fp16: false");

/** A pre-training run in NVFP4, far past what the format can use: a prediction with fixes. */
export const OVERTRAINED = `MODEL_ARGS:
  --num-layers: 12
  --hidden-size: 768
  --ffn-hidden-size: 2048
  --num-attention-heads: 12
  --seq-length: 4096
  --swiglu: true
  --normalization: RMSNorm
  --disable-bias-linear: true
  --vocab-size: 32000
  --global-batch-size: 1024
  --train-iters: 1000000
  --lr: 3.0e-4
  --bf16: true
  --fp4-format: e2m1
  --fp4-recipe: nvfp4
  --tensor-model-parallel-size: 1
  --first-last-layers-bf16: true
`;

/** A Kubernetes manifest: none of Bitlaw's business. */
export const FOREIGN = `apiVersion: v1
kind: ConfigMap
metadata:
  name: settings
data:
  learning_rate: "1e-5"
`;
