#!/bin/bash
for f in jobs/pretrain_gpt_*.slurm; do
  sbatch --nodes=4 --export=ALL,MICRO_BATCH=2 "$f"
done
