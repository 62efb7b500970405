#!/bin/bash
python tools/train_net.py --config-file configs/mask_rcnn.yaml --num-gpus 8 SOLVER.IMS_PER_BATCH 16
