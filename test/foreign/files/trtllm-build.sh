#!/bin/bash
trtllm-build --checkpoint_dir ckpt --output_dir engine --gemm_plugin bfloat16 --max_batch_size 8
mpirun -n 8 --allow-run-as-root python run.py --engine_dir engine --max_output_len 64
