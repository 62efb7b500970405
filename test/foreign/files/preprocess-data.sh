#!/bin/bash
# data for pretrain_gpt.py
python tools/preprocess_data.py --input corpus.jsonl --output-prefix my-gpt \
  --tokenizer-type GPT2BPETokenizer --vocab-file vocab.json --merge-file merges.txt --append-eod --workers 16
