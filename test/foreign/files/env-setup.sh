#!/bin/bash
conda create -n llm python=3.11 -y
conda activate llm
pip install torch==2.6.0 transformers==4.52 deepspeed flash-attn --no-build-isolation
