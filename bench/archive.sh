#!/usr/bin/env bash
# A .ctnr archive against tar, zstd and sha256sum, on a container of at least 2,000 files and 500 MB that is made from
# what Debian packages have installed here (Wine's programs, documentation, Perl's modules).
#
#   bench/archive.sh [RUNS]     whole programs, start included; medians of RUNS (5), wall and processor seconds, ratios
#
# CTNR names another command to measure than ./ctnr; BENCH_DIR a disk with 4 GB of room. Programs take turns, so that a
# busy machine slows all of them alike; where it is very busy, the processor seconds say more than the wall's.
set -euo pipefail
export LC_ALL=C.UTF-8

root=$(cd "$(dirname "$(readlink -f "$0")")/.." && pwd)
read -ra ctnr <<<"${CTNR:-$root/ctnr}"
runs=${1:-5}
work=$(mktemp -d -p "${BENCH_DIR:-/tmp}")
trap 'rm -rf "$work"' EXIT
cd "$work"

# Regular files only, without names that Windows can't have and without twins that differ in case.
make_container() {
  mkdir -p app/rootfs/Drives/C
  find /usr/lib/x86_64-linux-gnu/wine /usr/share/doc /usr/share/perl /usr/share/wine -type f 2>/dev/null \
    | grep -vE '[<>:"|?*\\]|[. ](/|$)|(^|/)(con|prn|aux|nul|com[0-9]|lpt[0-9])(\.|/|$)' | sort >names
  awk '{ path = tolower($0); parts = split(path, part, "/"); folder = ""; spelled = split($0, as, "/"); here = ""; good = 1
         for (i = 2; i <= parts; i++) { folder = folder "/" part[i]; here = here "/" as[i]
           if (folder in seen && seen[folder] != here) { good = 0; break } ; seen[folder] = here }
         if (good) print substr($0, 2) }' names >kept
  tar -C / -cf - -T kept | tar -C app/rootfs/Drives/C -xf -
  printf 'id: bench\nname: Bench\nversion: "1"\n' >app/config.yml
  files=$(find app -type f | wc -l)
  size=$(du -sm --apparent-size app | cut -f1)
  echo "container: $files files, $size MB"
  if [ "$files" -lt 2000 ] || [ "$size" -lt 500 ]; then
    echo "too little is installed here: apt-get install wine64 perl-doc"
    exit 1
  fi
}

peer_build() { tar -C app -cf - . | zstd -q -T0 -3 -f -o peer.tar.zst && find app -type f -print0 | xargs -0 sha256sum >peer.sums; }
ctnr_build() { "${ctnr[@]}" build app -o app.ctnr --level 3 --force; }
peer_extract() { rm -rf peer.d && mkdir peer.d && zstd -qdc peer.tar.zst | tar -C peer.d -xf - && sync -f peer.d; }
ctnr_extract() { rm -rf ctnr.d && "${ctnr[@]}" extract app.ctnr ctnr.d; }
peer_list() { zstd -qdc peer.tar.zst | tar -tf -; }
ctnr_verify() { "${ctnr[@]}" verify app.ctnr; }
ctnr_list() { "${ctnr[@]}" inspect --files app.ctnr; }

# wall seconds, then the processor's
seconds() {
  local TIMEFORMAT='%R %U %S'
  { time "$@" >/dev/null 2>&1; } 2>&1 | awk '{ printf "%.3f %.3f\n", $1, $2 + $3 }'
}

median() { sort -n | sed -n "$(((runs + 1) / 2))p"; }

compare() {
  local run name
  for ((run = 0; run < runs; run++)); do
    for name in "$1" "$2"; do seconds "$name" >>"$name.times"; done
  done
  awk -v what="$1 / $2" -v ours="$(cut -d' ' -f1 "$1.times" | median)" -v peer="$(cut -d' ' -f1 "$2.times" | median)" \
    -v our_cpu="$(cut -d' ' -f2 "$1.times" | median)" -v peer_cpu="$(cut -d' ' -f2 "$2.times" | median)" \
    'BEGIN { printf "%-28s wall %6.2f / %6.2f s = %.2f   processor %6.2f / %6.2f s = %.2f\n",
             what, ours, peer, ours / peer, our_cpu, peer_cpu, our_cpu / peer_cpu }'
}

"${ctnr[@]}" --version
make_container
find app -type f -exec cat {} + >/dev/null
compare ctnr_build peer_build
compare ctnr_extract peer_extract
rm -rf peer.d ctnr.d
compare ctnr_verify peer_extract
compare ctnr_list peer_list
ours=$(stat -c %s app.ctnr)
peer=$(stat -c %s peer.tar.zst)
awk -v ours="$ours" -v peer="$peer" 'BEGIN { printf "size: %d / %d bytes = %.3f\n", ours, peer, ours / peer }'
