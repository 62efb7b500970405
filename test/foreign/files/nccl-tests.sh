#!/bin/bash
mpirun -np 16 --hostfile hosts -x NCCL_DEBUG=INFO ./build/all_reduce_perf -b 8 -e 8G -f 2 -g 1
