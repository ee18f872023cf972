#!/usr/bin/env bash
# Fuzzes one of the launcher's readers:  fuzz/fuzz.sh regf|yaml [SECONDS]
# What it finds (target/fuzz/READER-crash-*, READER-timeout-*) is run again with  target/fuzz/READER FILE
set -euo pipefail
cd "$(dirname "$0")/.."
reader=${1:?which reader: regf or yaml}
clang=$(command -v clang || command -v clang-14) || { echo "clang is missing; on Debian: apt-get install clang" >&2; exit 1; }
make --silent fuzzers FUZZ_CC="$clang"
mkdir -p "target/fuzz/corpus-$reader"
exec nice -n 19 "target/fuzz/$reader" -max_total_time="${2:-600}" -max_len=65536 -timeout=10 -rss_limit_mb=1024 \
  -artifact_prefix="target/fuzz/$reader-" -print_final_stats=1 "target/fuzz/corpus-$reader" "fuzz/$reader-seeds"
