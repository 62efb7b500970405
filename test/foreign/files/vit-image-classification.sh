#!/bin/bash
python run_image_classification.py --dataset_name beans --output_dir ./beans_outputs/ --remove_unused_columns False \
  --do_train --learning_rate 2e-5 --num_train_epochs 5 --per_device_train_batch_size 8 --seed 1337
