#!/bin/bash
python train_sts.py --model_name distilroberta-base --batch_size 64 --epochs 4 --bf16
