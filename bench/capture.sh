#!/usr/bin/env bash
# From an installer's exit to its change set: captures an NSIS installer that writes 1,500 files and 500 registry values,
# five times, and tells the medians of what ending Windows, finding the changes and writing the project took. So that the
# machine's speed can be told from the program's, the same run lists the whole prefix twice with find and compares the
# lists. That is no peer: it ends no Windows, reads no registry, copies no content and knows nothing of before.
#   bench/capture.sh [RUNS]
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
runs=${1:-5}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

mkdir files
for i in $(seq 1500); do
  head -c $((i % 40 * 256 + 1)) /dev/urandom >"files/file$i.dat"
done
# shellcheck disable=SC2016 # the dollar signs are NSIS's
{
  printf 'Unicode true\nName "Many"\nOutFile "many-setup.exe"\nInstallDir "$PROGRAMFILES64\\Many"\nSetCompressor zlib\nSection\n'
  printf 'SetOutPath "$INSTDIR"\nFile files\\*.dat\n'
  for i in $(seq 500); do printf 'WriteRegStr HKLM "Software\\Many\\Key%d" "Value" "Text %d"\n' $((i / 10)) "$i"; done
  for i in $(seq 500); do printf 'WriteRegDWORD HKCU "Software\\Many" "Number%d" %d\n' "$i" "$i"; done
  printf 'SectionEnd\n'
} >many.nsi
makensis -V1 many.nsi

median() { sort -n | sed -n "$(((runs + 1) / 2))p"; }

for _ in $(seq "$runs"); do
  "$root/ctnr" capture --verbose --force many-setup.exe -p many.capture >>out 2>>log
done
tail -n 3 out | head -n 1
echo "ending Windows:       $(sed -n 's/.*Windows ended in \([0-9]*\) ms.*/\1/p' log | median) ms"
echo "finding the changes:  $(sed -n 's/.*changes were found in \([0-9]*\) ms.*/\1/p' log | median) ms"
echo "writing the project:  $(sed -n 's/.*project was written in \([0-9]*\) ms.*/\1/p' log | median) ms"

prefix=$(find "${CTNR_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/ctnr-studio}" -maxdepth 4 -type d -name prefix -print -quit)
for _ in $(seq "$runs"); do
  start=$(date +%s%N)
  for side in before after; do find "$prefix/drive_c" -printf '%P %s %T@\n' | sort >"$side"; done
  comm -3 before after >/dev/null || true
  echo $((($(date +%s%N) - start) / 1000000)) >>peer
done
echo "two listings of the whole prefix, compared (files only, nothing copied): $(median <peer) ms"
