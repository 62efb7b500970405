#!/bin/bash
# beside pretrain_gpt.py: serves what it made
torchrun --nproc_per_node 1 tools/run_text_generation_server.py \
  --tensor-model-parallel-size 1 --num-layers 24 --hidden-size 1024 --load checkpoint \
  --num-attention-heads 16 --seq-length 1024 --fp16 --micro-batch-size 1
