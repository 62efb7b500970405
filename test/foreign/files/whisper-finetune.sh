#!/bin/bash
torchrun --nproc_per_node 2 run_speech_recognition_seq2seq.py --model_name_or_path="openai/whisper-small" \
  --dataset_name="mozilla-foundation/common_voice_11_0" --max_steps="5000" --output_dir="./whisper" \
  --per_device_train_batch_size="16" --learning_rate="1e-5" --fp16 --predict_with_generate
