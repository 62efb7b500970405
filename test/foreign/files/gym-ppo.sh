#!/bin/bash
for seed in 1 2 3; do
  python ppo.py --env-id HalfCheetah-v4 --seed $seed --total-timesteps 1000000 --learning-rate 3e-4
done
