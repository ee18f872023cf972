#!/usr/bin/env bash
# Fuzzes the launcher's reader and writer of hives:  fuzz/regf.sh [SECONDS]
# What it finds (target/fuzz/crash-*, timeout-*) is run again with  target/fuzz/regf FILE
set -euo pipefail
cd "$(dirname "$0")/.."
clang=$(command -v clang || command -v clang-14) || { echo "clang is missing; on Debian: apt-get install clang" >&2; exit 1; }
make --silent fuzzer FUZZ_CC="$clang"
mkdir -p target/fuzz/corpus
exec nice -n 19 target/fuzz/regf -max_total_time="${1:-600}" -max_len=65536 -timeout=10 -rss_limit_mb=1024 \
  -artifact_prefix=target/fuzz/ -print_final_stats=1 target/fuzz/corpus fuzz/seeds
