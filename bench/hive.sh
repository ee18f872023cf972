#!/usr/bin/env bash
# Reading and writing a registry hive of 100,000 values: this project against hivex, in one run.
#
#   bench/hive.sh [RUNS]        whole programs, start included; the median of RUNS (5) and the ratio to ctnr
#
# CTNR names another command to measure than ./ctnr. Needs libhivex-bin and libwin-hivex-perl, and a JDK 25 in JAVA_HOME.
set -euo pipefail

root=$(cd "$(dirname "$(readlink -f "$0")")/.." && pwd)
read -ra ctnr <<<"${CTNR:-$root/ctnr}"
runs=${1:-5}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export LC_ALL=C.UTF-8

# 5,000 keys with 20 values: 8 texts of about 30 characters, 8 numbers, 4 pieces of 64 bytes
make_reg() {
  awk 'BEGIN {
    print "Windows Registry Editor Version 5.00\n"
    bytes = "00"; for (i = 1; i < 64; i++) bytes = bytes sprintf(",%02x", i * 7 % 256)
    for (k = 0; k < 5000; k++) {
      if (k < 50) printf "[\\Vendor %d]\n\n", k
      printf "[\\Vendor %d\\Product %d]\n", k % 50, k
      for (v = 0; v < 8; v++) printf "\"Text %d\"=\"C:\\\\Program Files\\\\App\\\\%d.dll\"\n", v, k
      for (v = 0; v < 8; v++) printf "\"Number %d\"=dword:%08x\n", v, k * v
      for (v = 0; v < 4; v++) printf "\"Bytes %d\"=hex:%s\n", v, bytes
      print ""
    }
  }'
}

make_script() {
  awk '/^\[/ { sub(/^\[\\/, ""); sub(/\]$/, ""); levels = split($0, part, "\\"); print "cd \\"
         if (levels == 1) { print "add " $0; next }
         print "cd \\" part[1]; print "add " part[2]; print "cd \\" $0; print "setval 20" }
       /^"/ { name = $0; sub(/^"/, "", name); sub(/"=.*/, "", name); print name
         data = $0; sub(/^"[^"]*"=/, "", data)
         if (data ~ /^"/) { gsub(/^"|"$/, "", data); gsub(/\\\\/, "\\", data); data = "string:" data }
         sub(/^hex:/, "hex:3:", data); sub(/^dword:/, "dword:0x", data); print data }
       END { print "commit" }' "$work/in.reg"
}

seconds() {
  local start=$EPOCHREALTIME
  "$@" >/dev/null
  awk -v from="$start" -v to="$EPOCHREALTIME" 'BEGIN { printf "%.3f\n", to - from }'
}

# Programs take turns, so that a busy machine slows all of them alike.
measure() {
  local run name
  for ((run = 0; run < runs; run++)); do
    for name in "$@"; do
      seconds "$name" >>"$work/$name"
    done
  done
  local ours
  ours=$(median "$1")
  for name in "$@"; do
    awk -v name="${name//_/ }" -v time="$(median "$name")" -v ours="$ours" \
      'BEGIN { printf "  %-22s %8.3f s   %6.2f times ctnr\n", name, time, time / ours }'
  done
}

median() {
  sort -n "$work/$1" | awk '{ line[NR] = $1 } END { print NR % 2 ? line[(NR + 1) / 2] : (line[NR / 2] + line[NR / 2 + 1]) / 2 }'
}

ctnr_export() { "${ctnr[@]}" hive export "$work/full.hiv" --root HKCU --encoding utf8; }
hivexregedit_export() { PERL_UNICODE=SDA hivexregedit --export "$work/full.hiv" '\'; }
hivexml_dump() { hivexml "$work/full.hiv"; }

ctnr_import() { cp "$work/empty.hiv" "$work/ours.hiv" && "${ctnr[@]}" hive import "$work/ours.hiv" "$work/in.reg"; }
hivexregedit_merge() { cp "$work/empty.hiv" "$work/theirs.hiv" && hivexregedit --merge "$work/theirs.hiv" "$work/in.reg"; }
hivexsh_setval() { cp "$work/empty.hiv" "$work/shell.hiv" && hivexsh -w -f "$work/script" "$work/shell.hiv"; }

ctnr_get() { "${ctnr[@]}" hive get "$work/full.hiv" 'Vendor 7\Product 4007' 'Number 3'; }
hivexsh_lsval() { printf '%s\n' 'cd Vendor 7\Product 4007' 'lsval Number 3' | hivexsh "$work/full.hiv"; }

make_reg >"$work/in.reg"
make_script >"$work/script"
"${ctnr[@]}" hive set "$work/empty.hiv" '' Made --create bench
"${ctnr[@]}" hive rm "$work/empty.hiv" '' Made
ctnr_import >/dev/null
cp "$work/ours.hiv" "$work/full.hiv"

echo "Write 100,000 values ($(stat -c %s "$work/in.reg") bytes of .reg) into an empty hive:"
measure ctnr_import hivexregedit_merge hivexsh_setval
echo "Read all of a hive of 100,000 values ($(stat -c %s "$work/full.hiv") bytes):"
measure ctnr_export hivexregedit_export hivexml_dump
echo "Read one value of it:"
measure ctnr_get hivexsh_lsval
read -r library_read library_write _ < <("${JAVA_HOME:?names a JDK 25}/bin/java" -XX:+UseSerialGC \
  -cp "$root/native-runtime/container/target/classes" "$root/bench/HiveLibrary.java" "$work/full.hiv")
awk -v r="$library_read" -v w="$library_write" -v xml="$(median hivexml_dump)" -v shell="$(median hivexsh_setval)" 'BEGIN {
  print "The library alone, warm, in one process (writing includes the fsync):"
  printf "  read   %8.4f s   hivexml takes %.1f times that\n", r, xml / r
  printf "  write  %8.4f s   hivexsh takes %.1f times that\n", w, shell / w }'
echo "The hives that were written: ctnr $(stat -c %s "$work/ours.hiv") bytes, hivexregedit $(stat -c %s "$work/theirs.hiv"), hivexsh $(stat -c %s "$work/shell.hiv")."
