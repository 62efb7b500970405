#!/bin/bash
python -m torch.distributed.run --nproc_per_node 4 train.py --img 640 --batch 64 --epochs 300 --data coco.yaml --weights '' --cfg yolov5s.yaml
