#!/bin/bash
export PYTHONPATH=.
python -m pytest tests/test_pretrain_gpt.py -k "bf16 and not slow" --maxfail=1
