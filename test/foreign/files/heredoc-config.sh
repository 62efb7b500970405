#!/bin/bash
cat > train.yaml <<EOF
model_name_or_path: meta-llama/Llama-3.1-8B
per_device_train_batch_size: 4
bf16: true
EOF
scp train.yaml cluster:runs/
