#!/bin/bash
#SBATCH --gpus=1
jupyter lab --no-browser --ip=0.0.0.0 --port=8888
