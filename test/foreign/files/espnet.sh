#!/usr/bin/env bash
set -e
./asr.sh --lang en --ngpu 4 --nbpe 5000 --asr_config conf/train_asr.yaml --train_set train_960 "$@"
