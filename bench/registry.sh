#!/usr/bin/env bash
# Starting a container whose hive holds 100,000 values against one that holds 100, under Wine: reading the hive, loading
# it, and putting it away again when nothing changed; as a whole, and key by key as on a machine that takes no whole trees.
#
#   bench/registry.sh [TURNS]     medians of TURNS (20) starts, in turns
#
# Needs libwin-hivex-perl.
set -euo pipefail
root=$(cd "$(dirname "$(readlink -f "$0")")/.." && pwd)
turns=${1:-20}
work=$(mktemp -d)
export WINEPREFIX=$work/prefix WINEDEBUG=-all WINEDLLOVERRIDES='winemenubuilder.exe,mscoree,mshtml='
unset DISPLAY
trap 'wineserver -k 2>/dev/null || true; rm -rf "$work"' EXIT

make -s -C "$root/native-runtime/launcher"
runtime=$root/native-runtime/launcher/target/classes/studio/ctnr/launcher
wineboot --init 2>/dev/null
wineserver -w

make_container() { # FOLDER VALUES
  mkdir -p "$1"/{bin/runtime/x64,bin/runtime/x86,rootfs/Drives/C,user/Registry,temp,logs}
  cp "$runtime/x64/launcher.exe" "$1/bin/"
  cp "$runtime/x64/ctnr.dll" "$1/bin/runtime/x64/"
  cp "$runtime/x86/ctnr.dll" "$1/bin/runtime/x86/"
  printf 'id: bench\nname: Bench\nversion: "1"\nentrypoints:\n  - {name: cmd, target: C:\\Windows\\System32\\cmd.exe}\n' >"$1/config.yml"
  cp "$root/native-runtime/launcher/fuzz/regf-seeds/one.hiv" "$1/user/Registry/HKCU.hiv"
  awk -v count="$2" 'BEGIN {
    print "Windows Registry Editor Version 5.00\n\n[\\Vendor]\n"
    for (k = 0; k < count / 20; k++) {
      printf "[\\Vendor\\Product %d]\n", k
      for (v = 0; v < 20; v++) printf "\"Text %d\"=\"C:\\\\Program Files\\\\App\\\\%d.dll\"\n", v, k
      print ""
    }
  }' | hivexregedit --merge "$1/user/Registry/HKCU.hiv"
}

median() { sort -n | awk '{v[NR] = $1} END {print v[int((NR + 1) / 2)]}'; }

start() { # CONTAINER
  local from=$EPOCHREALTIME
  wine "$1/bin/launcher.exe" -- /c exit
  awk -v from="$from" -v to="$EPOCHREALTIME" 'BEGIN { printf "%.1f\n", (to - from) * 1000 }'
}

make_container "$work/few" 100
make_container "$work/many" 100000
start "$work/few" >/dev/null
for ((turn = 0; turn < turns; turn++)); do
  start "$work/few" >>"$work/few.ms"
  start "$work/many" >>"$work/many.ms"
done
for ((turn = 0; turn < 3; turn++)); do
  CTNR_REGISTRY_BY_CALLS=1 start "$work/many" >>"$work/calls.ms"
done
awk -v f="$(median <"$work/few.ms")" -v m="$(median <"$work/many.ms")" -v c="$(median <"$work/calls.ms")" \
  'BEGIN { printf "start and end of a container: %.0f ms with 100 values, %.0f ms with 100,000: ratio %.2f; key by key %.0f ms\n", f, m, m / f, c }'
