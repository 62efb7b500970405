#!/bin/bash
echo "usage: torchrun --nproc_per_node 8 pretrain_gpt.py --num-layers 24 --hidden-size 1024 --micro-batch-size 4 --bf16"
grep -- '--tensor-model-parallel-size' *.log
