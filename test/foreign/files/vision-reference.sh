#!/bin/bash
torchrun --nproc_per_node=8 train.py --model resnet50 --batch-size 128 --lr 0.5 --epochs 600 \
  --weight-decay 2e-5 --norm-weight-decay 0.0 --amp
