#!/bin/bash
accelerate config default
accelerate env
accelerate test --config_file cfg.yaml
