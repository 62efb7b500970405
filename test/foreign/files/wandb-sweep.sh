#!/bin/bash
wandb sweep sweep.yaml
wandb agent team/project/abc123 --count 20
