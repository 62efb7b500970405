#!/usr/bin/env bash
set -euo pipefail
npm ci
npm run build -- --mode production
npm test -- --coverage
