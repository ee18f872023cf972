#!/usr/bin/env bash
# From an installer's exit to its change set: captures an NSIS installer that writes 1,500 files and 500 registry values,
# five times, and tells the medians of what ending Windows, finding the changes and writing the project took. So that the
# machine's speed can be told from the program's, the same run lists the whole prefix twice with find and compares the
# lists. That is no peer: it ends no Windows, reads no registry, copies no content and knows nothing of before.
#
# Then what it costs to observe who makes each change: whole captures observed and unobserved, in turns, of that installer
# and, with CTNR_CORPUS, of NUnit's package; and the largest resident size of any process of a capture of 100,000
# changes, of which the heap gets 512 MB.
#   bench/capture.sh [RUNS]
# CTNR names another command to measure than ./ctnr.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
read -ra ctnr <<<"${CTNR:-$root/ctnr}"
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
  "${ctnr[@]}" capture --verbose --force many-setup.exe -p many.capture >>out 2>>log
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

seconds() {
  local start=$EPOCHREALTIME
  "$@" >/dev/null 2>&1
  awk -v from="$start" -v to="$EPOCHREALTIME" 'BEGIN { printf "%.2f\n", to - from }'
}

pairs() { # NAME INSTALLER
  rm -f observed unobserved
  for _ in $(seq "$runs"); do
    seconds "${ctnr[@]}" capture --force "$2" -p pair.capture >>observed
    seconds "${ctnr[@]}" capture --force --no-observe "$2" -p pair.capture >>unobserved
  done
  awk -v name="$1" -v with="$(median <observed)" -v without="$(median <unobserved)" \
    'BEGIN { printf "%s: %.2f s observed, %.2f s unobserved; ratio %.2f\n", name, with, without, with / without }'
}
pairs "2,500 changes by NSIS" many-setup.exe
[ -z "${CTNR_CORPUS:-}" ] || pairs "NUnit's package" "$CTNR_CORPUS/msi/NUnit-2.5.2.9222.msi"

cat >large.c <<'C'
/* 60,000 files and 40,000 values, as fast as they can be made. */
#include <stdio.h>
#include <windows.h>

int main(void)
{
    char name[MAX_PATH];
    DWORD written;
    for (int i = 0; i < 60000; i++) {
        if (i % 100 == 0) {
            snprintf(name, sizeof name, "C:\\Large%d", i / 10000);
            CreateDirectoryA(name, NULL);
            snprintf(name, sizeof name, "C:\\Large%d\\folder%03d", i / 10000, i / 100);
            CreateDirectoryA(name, NULL);
        }
        snprintf(name, sizeof name, "C:\\Large%d\\folder%03d\\file%05d.dat", i / 10000, i / 100, i);
        HANDLE file = CreateFileA(name, GENERIC_WRITE, 0, NULL, CREATE_ALWAYS, 0, NULL);
        WriteFile(file, name, sizeof name, &written, NULL);
        CloseHandle(file);
    }
    for (int k = 0; k < 400; k++) {
        HKEY key;
        snprintf(name, sizeof name, "Software\\Large\\Key%03d", k);
        RegCreateKeyA(HKEY_CURRENT_USER, name, &key);
        for (int v = 0; v < 100; v++) {
            snprintf(name, sizeof name, "Value%02d", v);
            RegSetValueExA(key, name, 0, REG_SZ, (const BYTE *)name, sizeof "Value00");
        }
        RegCloseKey(key);
    }
    return 0;
}
C
x86_64-w64-mingw32-gcc -O2 -static -s large.c -o large.exe
python3 - "${ctnr[@]}" capture --force --timeout 30m large.exe -p large.capture <<'PYTHON'
import resource, subprocess, sys, time
began = time.monotonic()
subprocess.run(sys.argv[1:], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
seconds = time.monotonic() - began
largest = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
print(f"100,000 changes, observed: {seconds:.1f} s, at most {largest / 1024:.0f} MB resident")
PYTHON
cat large.capture/changes/files.jsonl large.capture/changes/registry.jsonl | awk '/"by"/ { seen++ } END { print NR " changes, " seen " with the process that made them" }'
