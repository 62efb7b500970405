#!/bin/bash
MODEL=meta-llama/Llama-3.1-8B-Instruct
vllm serve $MODEL --dtype bfloat16 --quantization fp8 --tensor-parallel-size 4 --max-model-len 8192
