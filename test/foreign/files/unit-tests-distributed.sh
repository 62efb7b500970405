#!/bin/bash
torchrun --nproc-per-node 8 -m pytest tests/unit_tests/test_tensor_parallel.py --micro-batch-sizes 1,2
