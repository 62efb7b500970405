#!/bin/sh
find /scratch -name 'checkpoint-*' -mtime +30 -print0 | xargs -0 -r rm -rf
