#!/bin/bash
python train.py -s data/garden -m output/garden --iterations 30000 --sh_degree 3 --eval
