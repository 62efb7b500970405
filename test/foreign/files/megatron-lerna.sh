#!/bin/sh
npx lerna run build --scope=megatron
