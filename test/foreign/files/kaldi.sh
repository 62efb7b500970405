#!/bin/bash
. ./path.sh
stage=0
nj=30
. utils/parse_options.sh
if [ $stage -le 1 ]; then
  steps/train_mono.sh --nj $nj --cmd "$train_cmd" data/train data/lang exp/mono
fi
