#!/bin/sh
# Guess values for system-dependent variables and create Makefiles.
prefix=${prefix:-/usr/local}
for ac_option
do
  case $ac_option in
    --prefix=*) prefix=${ac_option#*=} ;;
    --disable-*) disable="$disable ${ac_option#--disable-}" ;;
  esac
done
test -z "$CC" && CC=gcc
echo "checking for $CC... yes"
