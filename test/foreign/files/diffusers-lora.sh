#!/bin/bash
export MODEL_NAME="stabilityai/stable-diffusion-xl-base-1.0"
accelerate launch --mixed_precision=fp16 train_text_to_image_lora_sdxl.py \
  --pretrained_model_name_or_path=$MODEL_NAME --dataset_name=lambdalabs/naruto-blip-captions \
  --resolution=1024 --train_batch_size=1 --gradient_accumulation_steps=4 --max_train_steps=15000 \
  --learning_rate=1e-4 --lr_scheduler=cosine --seed=42 --output_dir=out
