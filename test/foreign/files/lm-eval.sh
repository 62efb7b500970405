#!/bin/bash
accelerate launch --num_processes 8 -m lm_eval --model hf \
    --model_args pretrained=meta-llama/Llama-3.1-8B,dtype=bfloat16 \
    --tasks mmlu,gsm8k --batch_size auto --output_path results
