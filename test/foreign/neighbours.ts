/** Settings of one kind of model that is no language model, as its trainers write them. */
interface Domain {
  readonly name: string;
  readonly keys: Readonly<Record<string, unknown>>;
  /** Settings that NeMo keeps in `model`. */
  readonly model: Readonly<Record<string, unknown>>;
}

const DOMAINS: readonly Domain[] = [
  {
    name: "text to image",
    keys: {
      pretrained_model_name_or_path: "acme/stable-diffusion-v9",
      resolution: 768,
      center_crop: true,
      snr_gamma: 5.0,
      image_column: "picture",
      caption_column: "words",
    },
    model: { unet_config: { in_channels: 4 }, noise_scheduler: { beta_start: 0.0008 } },
  },
  {
    name: "flow matching of images",
    keys: {
      flux_name: "flux-own",
      guidance_scale: 3.5,
      num_inference_steps: 28,
      weights_dtype: "bfloat16",
      activations_dtype: "bfloat16",
      clip_model_name_or_path: "acme/clip",
    },
    model: { vae_config: { latent: 16 }, diffusion: { steps: 1000 } },
  },
  {
    name: "DreamBooth",
    keys: {
      instance_prompt: "a photo of sks dog",
      class_prompt: "a dog",
      instance_data_dir: "dogs",
      prior_loss_weight: 1.0,
    },
    model: { first_stage_config: { embed_dim: 4 }, cond_stage_config: { max_length: 77 } },
  },
  {
    name: "LoRA of a U-Net",
    keys: {
      network_module: "networks.lora",
      network_dim: 32,
      unet_lr: 1e-4,
      text_encoder_lr: 5e-5,
      cache_latents: true,
      enable_bucket: true,
    },
    model: { unet_config: { model_channels: 320 }, first_stage_config: { ckpt: "a" } },
  },
  {
    name: "video diffusion",
    keys: {
      transformer_path: "acme/video-dit",
      vae_path: "acme/video-vae",
      video_column: "clip",
      num_inference_steps: 50,
      frames: 81,
    },
    model: { vae: { temporal: 4 }, diffusion: { shift: 5 } },
  },
  {
    name: "ControlNet",
    keys: {
      controlnet_model_name_or_path: "acme/canny",
      conditioning_image_column: "edges",
      validation_prompt: "a house",
    },
    model: { noise_scheduler: { type: "ddpm" }, cond_stage_config: {} },
  },
  {
    name: "image classification",
    keys: {
      model_name: "vit_base_patch16",
      img_size: 224,
      num_classes: 1000,
      mixup_alpha: 0.2,
      drop_path_rate: 0.1,
    },
    model: { num_classes: 1000, patch_dim: 16, img_h: 224, img_w: 224 },
  },
  {
    name: "image classification with transformers",
    keys: {
      model_name_or_path: "google/vit-base-patch16-224-in21k",
      image_column_name: "img",
      ignore_mismatched_sizes: true,
    },
    model: { vision_pretraining: true, img_h: 384 },
  },
  {
    name: "contrastive pictures and texts",
    keys: {
      model_name_or_path: "openai/clip-vit-base-patch32",
      image_column: "path",
      caption_column: "text",
    },
    model: { vision: { hidden_size: 768 }, text: { hidden_size: 512 } },
  },
  {
    name: "self-supervised vision",
    keys: { model_name_or_path: "facebook/dinov2-large", mask_ratio: 0.6, crop_size: 98, patch_size: 14 },
    model: { vision_pretraining: true, patch_dim: 14 },
  },
  {
    name: "detection",
    keys: {
      model_name_or_path: "facebook/detr-resnet-50",
      image_mean: [0.5, 0.5, 0.5],
      iou_threshold: 0.7,
      num_classes: 91,
    },
    model: { num_classes: 91, image_size: 800 },
  },
  {
    name: "segmentation",
    keys: { model_name_or_path: "nvidia/segformer-b2", crop_size: 512, num_classes: 150 },
    model: { num_classes: 150, img_size: 512 },
  },
  {
    name: "speech recognition",
    keys: {
      model_name_or_path: "openai/whisper-small",
      audio_column_name: "audio",
      max_duration_in_seconds: 30,
      freeze_feature_encoder: true,
    },
    model: { sample_rate: 16000, preprocessor: { features: 80 }, decoding: { strategy: "greedy" } },
  },
  {
    name: "CTC",
    keys: {
      model_name_or_path: "facebook/wav2vec2-large-xlsr-53",
      mask_time_prob: 0.05,
      ctc_loss_reduction: "mean",
      feature_extractor_name: "a",
    },
    model: { preprocessor: { window_size: 0.025 }, spec_augment: { freq_masks: 2 } },
  },
  {
    name: "transducers",
    keys: { sample_rate: 16000, n_mels: 80, hop_length: 160, encoder_type: "conformer" },
    model: { joint: { joint_hidden: 640 }, sample_rate: 16000 },
  },
  {
    name: "speech synthesis",
    keys: { sampling_rate: 22050, n_mel_channels: 80, win_length: 1024, speaker_encoder: "ecapa" },
    model: { pitch_fmin: 65.4, n_mel_channels: 80, vocoder: "hifigan" },
  },
  {
    name: "vocoders",
    keys: { segment_size: 8192, num_mels: 80, n_fft: 1024, hop_length: 256 },
    model: { preprocessor: { nfilt: 80 }, vocoder: { upsample: [8, 8, 2, 2] } },
  },
  {
    name: "speech language models",
    keys: { sample_rate: 16000, audio_column_name: "wav" },
    model: { perception: { encoder: {} }, pretrained_audio_model: "acme/encoder" },
  },
  {
    name: "depth",
    keys: { model_name_or_path: "facebook/dinov2-base", img_size: 518, color_jitter: 0.4 },
    model: { img_size: 518, num_classes: 1 },
  },
  {
    name: "codes of sound",
    keys: { model_name_or_path: "facebook/encodec_24khz", sampling_rate: 24000, segment_size: 24000 },
    model: { sample_rate: 24000, preprocessor: {} },
  },
];

type Shell = (domain: Domain) => object;

/** What trainers of language models share with them: each is a near miss of one or more dialects. */
const SHELLS: Readonly<Record<string, Shell>> = {
  "Hugging Face's arguments": ({ keys }) => ({
    output_dir: "o",
    per_device_train_batch_size: 8,
    per_device_eval_batch_size: 8,
    gradient_accumulation_steps: 2,
    learning_rate: 1.5e-5,
    num_train_epochs: 3,
    lr_scheduler_type: "cosine",
    warmup_ratio: 0.1,
    bf16: true,
    dataset_name: "d",
    ...keys,
  }),
  "TRL's arguments without a model": ({ keys }) => ({
    gradient_accumulation_steps: 4,
    lr_scheduler_type: "linear",
    save_strategy: "steps",
    attn_implementation: "sdpa",
    fp16: true,
    max_steps: 2000,
    seed: 7,
    ...keys,
  }),
  "MaxText's keys": ({ keys }) => ({
    run_name: "r",
    base_output_directory: "gs://b",
    per_device_batch_size: 4,
    ici_fsdp_parallelism: 8,
    ici_tensor_parallelism: 1,
    dcn_data_parallelism: -1,
    max_target_length: 77,
    steps: 1000,
    ...keys,
  }),
  "NeMo's keys": ({ name, model }) => ({
    name,
    trainer: { precision: "bf16", max_steps: 1000, devices: 8 },
    exp_manager: { name },
    model: {
      mcore_gpt: false,
      megatron_amp_O2: true,
      micro_batch_size: 2,
      global_batch_size: 64,
      tensor_model_parallel_size: 1,
      encoder_seq_length: 512,
      num_layers: 12,
      hidden_size: 768,
      num_attention_heads: 12,
      ...model,
    },
  }),
  "DeepSpeed's keys": ({ keys }) => ({
    train_micro_batch_size_per_gpu: 4,
    gradient_accumulation_steps: 2,
    gradient_clipping: 1.0,
    zero_optimization: { stage: 2 },
    bf16: { enabled: true },
    ...keys,
  }),
  "Axolotl's keys": ({ keys }) => ({
    base_model: keys["model_name_or_path"] ?? "acme/net",
    datasets: [{ path: "d", type: "own" }],
    micro_batch_size: 4,
    gradient_accumulation_steps: 2,
    sequence_len: 77,
    val_set_size: 0.1,
    adapter: "lora",
    ...keys,
  }),
  "LLaMA-Factory's keys": ({ keys }) => ({
    model_name_or_path: "acme/net",
    stage: "sft",
    finetuning_type: "lora",
    do_train: true,
    dataset: "d",
    template: "own",
    cutoff_len: 77,
    output_dir: "o",
    ...keys,
  }),
  "mlx-lm's keys": ({ keys }) => ({
    model: "acme/net",
    fine_tune_type: "lora",
    iters: 500,
    batch_size: 4,
    lora_parameters: { rank: 8 },
    steps_per_eval: 100,
    learning_rate: 1.0e-5,
    ...keys,
  }),
  "a wrapper": ({ keys }) => ({
    owner: "me",
    training: {
      per_device_train_batch_size: 8,
      gradient_accumulation_steps: 2,
      num_train_epochs: 3,
      lr_scheduler_type: "cosine",
      bf16: true,
      ...keys,
    },
  }),
};

/** Model configs in the layout of Hugging Face, of models that see or hear. */
const MODEL_CONFIGS: readonly (readonly [string, object])[] = [
  [
    "ViT",
    { architectures: ["ViTModel"], model_type: "vit", image_size: 384, patch_size: 16, num_channels: 3 },
  ],
  [
    "CLIP",
    {
      architectures: ["CLIPModel"],
      model_type: "clip",
      projection_dim: 512,
      text_config: { vocab_size: 49408 },
    },
  ],
  [
    "SigLIP",
    {
      architectures: ["SiglipModel"],
      model_type: "siglip",
      image_size: 224,
      text_config: { vocab_size: 32000 },
    },
  ],
  [
    "Whisper",
    {
      architectures: ["WhisperForConditionalGeneration"],
      model_type: "whisper",
      num_mel_bins: 80,
      vocab_size: 51865,
      encoder_layers: 12,
    },
  ],
  [
    "wav2vec 2.0",
    { architectures: ["Wav2Vec2ForCTC"], model_type: "wav2vec2", conv_dim: [512, 512], vocab_size: 32 },
  ],
  ["HuBERT", { architectures: ["HubertModel"], model_type: "hubert", conv_dim: [512], vocab_size: 32 }],
  ["DeiT", { architectures: ["DeiTForImageClassification"], model_type: "deit", image_size: 224 }],
  ["Swin", { architectures: ["SwinModel"], model_type: "swin", image_size: 224, num_channels: 3 }],
  [
    "DETR",
    { architectures: ["DetrForObjectDetection"], model_type: "detr", encoder_layers: 6, num_channels: 3 },
  ],
  ["SAM", { architectures: ["SamModel"], model_type: "sam", image_size: 1024 }],
  [
    "a U-Net",
    { _class_name: "UNet2DConditionModel", block_out_channels: [320, 640], cross_attention_dim: 768 },
  ],
  [
    "an autoencoder",
    { _class_name: "AutoencoderKL", latent_channels: 4, sample_size: 512, norm_num_groups: 32 },
  ],
];

export interface Neighbour {
  readonly name: string;
  readonly text: string;
  readonly language: "yaml" | "json";
}

/** Configs that share keys with those of language models, and are none: every kind of model with every trainer's keys. */
export const NEIGHBOURS: readonly Neighbour[] = [
  ...DOMAINS.flatMap((domain) =>
    Object.entries(SHELLS).flatMap(([shell, write]) =>
      (["yaml", "json"] as const).map((language) => ({
        name: `${domain.name} with ${shell}, ${language}`,
        text: JSON.stringify(write(domain), undefined, 2),
        language,
      })),
    ),
  ),
  ...MODEL_CONFIGS.map(([name, keys]) => ({
    name: `the model config of ${name}`,
    text: JSON.stringify({
      hidden_size: 768,
      num_hidden_layers: 12,
      num_attention_heads: 12,
      torch_dtype: "float32",
      ...keys,
    }),
    language: "json" as const,
  })),
];
