#!/bin/bash
# writes a checkpoint for pretrain_gpt.py
python tools/checkpoint/convert.py --model-type GPT --loader llama_mistral --saver core \
  --target-tensor-parallel-size 8 --load-dir hf --save-dir mcore --tokenizer-model tok.model
