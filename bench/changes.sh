#!/usr/bin/env bash
# Reading a capture of 100,000 files and 200,000 registry values and judging every change, with a heap of 512 MB: this
# project against a plain reading of the same lines as JSON with Python, which judges nothing, in one run.
#
#   bench/changes.sh [RUNS]     whole programs, start included; the median of RUNS (5) and the ratio to the peer
#
# CTNR names another command to measure than ./ctnr. Needs python3.
set -euo pipefail

root=$(cd "$(dirname "$(readlink -f "$0")")/.." && pwd)
read -ra ctnr <<<"${CTNR:-$root/ctnr}"
runs=${1:-5}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export LC_ALL=C.UTF-8

mkdir "$work/changes"
cat >"$work/project.yml" <<'YAML'
format: 1
captured: {started: '2026-01-31T12:00:00Z', ended: '2026-01-31T12:00:01Z'}
machine:
  sandbox: wine
  windows-version: '10.0'
  user-name: tester
  user-sid: S-1-5-21-1-2-3-1000
  computer-name: BOX
  profile: C:\users\tester
  temp: C:\users\tester\AppData\Local\Temp
steps: []
counts:
  files: {added: 100000, changed: 0, deleted: 0}
  folders: {added: 0, changed: 0, deleted: 0}
  keys: {added: 20000, changed: 0, deleted: 0}
  values: {added: 200000, changed: 0, deleted: 0}
YAML

awk 'BEGIN {
  for (i = 0; i < 100000; i++) {
    place = i < 80000 ? "Program Files\\\\Application" : "windows\\\\Installer"
    printf "{\"path\":\"C:\\\\%s\\\\folder%04d\\\\file%02d.%s\",\"after\":{\"size\":%d,\"modified\":\"2026-01-31T12:00:00.5Z\"}}\n",
      place, int(i / 50), i % 50, i % 10 ? "dll" : "tmp", i
  }
}' >"$work/changes/files.jsonl"
awk 'BEGIN {
  for (k = 0; k < 20000; k++) {
    key = (k < 15000 ? "HKLM\\\\Software\\\\Classes\\\\CLSID\\\\" : "HKLM\\\\Software\\\\Microsoft\\\\Windows\\\\CurrentVersion\\\\Installer\\\\UserData\\\\") sprintf("{%08d}", k)
    printf "{\"key\":\"%s\",\"change\":\"added\"}\n", key
    for (v = 0; v < 10; v++)
      printf "{\"key\":\"%s\",\"name\":\"value%d\",\"after\":{\"type\":\"REG_SZ\",\"text\":\"C:\\\\Program Files\\\\App\\\\%d.dll\"}}\n", key, v, k
  }
}' >"$work/changes/registry.jsonl"

ours() { "${ctnr[@]}" diff "$work" --files 'C:\Program Files\Application\folder0000' >/dev/null; }
peer() {
  python3 -c 'import json, sys
for name in sys.argv[1:]:
    for line in open(name, encoding="utf-8"):
        json.loads(line)' "$work/changes/files.jsonl" "$work/changes/registry.jsonl"
}

seconds() {
  local start=$EPOCHREALTIME
  "$1"
  awk -v from="$start" -v to="$EPOCHREALTIME" 'BEGIN { printf "%.3f\n", to - from }'
}

median() { sort -n "$1" | sed -n "$(((runs + 1) / 2))p"; }

# The two take turns, so that a busy machine slows both alike.
for _ in $(seq "$runs"); do
  seconds ours >>"$work/ours"
  seconds peer >>"$work/peer"
done
awk -v ours="$(median "$work/ours")" -v peer="$(median "$work/peer")" 'BEGIN {
  printf "read and judge 320,000 changes: %.2f s; Python reads them in %.2f s; ratio %.2f\n", ours, peer, ours / peer }'
