#!/bin/bash
huggingface-cli download meta-llama/Llama-3.1-8B --local-dir ckpt --include "*.safetensors"
