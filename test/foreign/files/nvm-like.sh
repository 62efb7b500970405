#!/usr/bin/env bash
nvm_echo() { command printf %s\\n "$*" 2>/dev/null; }
nvm_has() { type "${1-}" >/dev/null 2>&1; }
if ! nvm_has curl; then
  nvm_echo 'curl is needed' >&2
  exit 1
fi
NVM_DIR="${NVM_DIR:-$HOME/.nvm}"
[ -s "$NVM_DIR/nvm.sh" ] && \. "$NVM_DIR/nvm.sh"
