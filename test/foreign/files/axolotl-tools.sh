#!/bin/bash
axolotl fetch examples --dest cfg
axolotl preprocess cfg/llama-3/lora-1b.yml
axolotl merge-lora cfg/llama-3/lora-1b.yml --lora-model-dir=./out
