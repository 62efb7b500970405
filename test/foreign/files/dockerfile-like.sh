# syntax of a Dockerfile in a shell file
FROM nvcr.io/nvidia/pytorch:25.04-py3
RUN pip install --no-cache-dir transformers accelerate deepspeed
COPY train.py /workspace/
CMD ["torchrun", "--nproc_per_node", "8", "train.py", "--per_device_train_batch_size", "4"]
