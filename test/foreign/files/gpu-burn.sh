#!/bin/bash
nvidia-smi -L | wc -l
./gpu_burn 60
