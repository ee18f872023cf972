#!/usr/bin/env bash
# The studio's start, from ./ctnr to the first frame that can be used, as its log says it: with the cache of classes that
# the build wrote (AOT) against without it, in turns of the same run.
#
#   bench/start.sh [TURNS]     median, least and most of TURNS (10) starts each, and the ratio of the turns
#
# Needs a JDK 25 in JAVA_HOME or /usr/lib/jvm, and Xvfb; what is out of date is built first. Every start has an empty
# library, and the ratio is the median of the turns' own ratios: what the machine does besides slows both of a turn.
set -euo pipefail
export LC_ALL=C.UTF-8

if [ "${1:-}" != --on-display ]; then
  exec xvfb-run -a "$(readlink -f "$0")" --on-display "$@"
fi
shift
root=$(cd "$(dirname "$(readlink -f "$0")")/.." && pwd)
turns=${1:-10}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

start() { # on or off: says the milliseconds of one start, which ends after its first frame
  local state
  state=$(mktemp -d -p "$work")
  if ! CTNR_STATE=$state JDK_JAVA_OPTIONS=-XX:AOTMode=$1 "$root/ctnr" studio --train >"$work/said" 2>&1; then
    echo "the studio did not start with -XX:AOTMode=$1:" >&2
    cat "$work/said" >&2
    exit 1
  fi
  sed -n 's/.*first usable frame after \([0-9]*\) ms.*/\1/p' "$state/logs/studio.log" | grep . # none would be an error
}

spread() { # FILE: median, least, most
  sort -n "$1" | awk '{ v[NR] = $1 } END { printf "%.0f (%.0f to %.0f)", v[int((NR + 1) / 2)], v[1], v[NR] }'
}

# What is out of date is built by a start without options of ours, which the build would take for its own.
CTNR_STATE=$work/built "$root/ctnr" studio --train >"$work/said" 2>&1 || { cat "$work/said" >&2; exit 1; }
# fails where the cache can't be used; both kinds have then read their files once
start on >/dev/null
start off >/dev/null
for ((turn = 0; turn < turns; turn++)); do
  start on >>"$work/cached"
  start off >>"$work/plain"
done
paste "$work/cached" "$work/plain" | awk '{ print 100 * $1 / $2 }' >"$work/ratios"
echo "first usable frame, with the cache:    $(spread "$work/cached") ms"
echo "first usable frame, without the cache: $(spread "$work/plain") ms"
echo "with against without:                  $(spread "$work/ratios") %"
