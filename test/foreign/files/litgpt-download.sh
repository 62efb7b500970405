#!/bin/bash
litgpt download meta-llama/Llama-3.2-1B --access_token $HF_TOKEN
litgpt convert_to_litgpt checkpoints/meta-llama/Llama-3.2-1B
litgpt chat out/final
