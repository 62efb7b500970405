#!/bin/bash
#SBATCH --nodes=1
#SBATCH --gpus-per-node=8
python -m vllm.entrypoints.openai.api_server \
    --model Qwen/Qwen3-8B --tensor-parallel-size 8 --kv-cache-dtype fp8 --seed 1
