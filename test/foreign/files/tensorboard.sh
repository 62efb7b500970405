#!/bin/sh
tensorboard --logdir runs --port ${PORT:-6006} --bind_all
