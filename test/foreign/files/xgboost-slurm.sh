#!/bin/bash
#SBATCH --job-name=xgb
#SBATCH --nodes=1
#SBATCH --ntasks-per-node=1
srun python train_xgb.py --max-depth 8 --eta 0.1 --rounds 500
