#!/bin/bash
# A 1.1B model on 32 GPUs: the flags of the command are read as the keys of a config, and the GPUs from SLURM.
# MXFP8 has E4M3 in all tensors, and `hybrid` contradicts it; the fix changes that word alone.
#SBATCH --nodes=8
#SBATCH --gpus-per-node=4

GPUS_PER_NODE=${SLURM_GPUS_PER_NODE:-4}

LAUNCHER_ARGS=(
    --nnodes $SLURM_NNODES
    --nproc_per_node $GPUS_PER_NODE
)

MODEL_ARGS=(
    --num-layers 22
    --hidden-size 2048
    --ffn-hidden-size 5632
    --num-attention-heads 32
    --group-query-attention
    --num-query-groups 4
    --swiglu --disable-bias-linear --normalization RMSNorm
    --position-embedding-type rope
    --untie-embeddings-and-output-weights
    --vocab-size 32000
    --seq-length 2048
    --max-position-embeddings 2048
)

PRECISION_ARGS=(
    --bf16
    --fp8-format hybrid
    --fp8-recipe mxfp8
)

torchrun "${LAUNCHER_ARGS[@]}" pretrain_gpt.py \
    "${MODEL_ARGS[@]}" "${PRECISION_ARGS[@]}" \
    --micro-batch-size 8 \
    --global-batch-size $((SLURM_NNODES * GPUS_PER_NODE * 16)) \
    --train-iters 20000 \
    --lr 4e-4 \
    --data-path "$DATA_PATH"
