#!/bin/bash
python train.py --data data/train.csv --model-out model.pkl --n-estimators 200 --seed 7
