#!/bin/bash
deepspeed --num_gpus 4 inference-test.py --model bigscience/bloom-3b --batch_size 2 --dtype float16
ds_report
