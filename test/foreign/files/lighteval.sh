#!/bin/bash
NUM_GPUS=8
lighteval vllm "pretrained=HuggingFaceTB/SmolLM3-3B,dtype=bfloat16,data_parallel_size=$NUM_GPUS" "lighteval|math_500|0|0"
