#!/bin/bash
SRC=/srv/models
DST=backup:/models
rsync -a --delete --exclude='*.tmp' "$SRC/" "$DST/" && echo ok
