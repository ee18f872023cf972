#!/usr/bin/env bash
# What a container costs the application in it: each kind of call inside against the same call by the same program
# outside, under Wine, 64-bit and 32-bit; plain and with --trace. Then the start of a container of 100,000 files against
# one of 100, and the runtime's size.
#
#   bench/runtime.sh [TURNS]     TURNS (20) times outside, inside and traced, one after the other
#
# Medians of all turns. The ratios are medians of the turns' own ratios: what the machine does besides changes slowly
# against a turn, and then stands on both sides.
set -euo pipefail
root=$(cd "$(dirname "$(readlink -f "$0")")/.." && pwd)
turns=${1:-20}
[[ $turns =~ ^[1-9][0-9]*$ ]] || { echo "usage: bench/runtime.sh [TURNS]" >&2; exit 2; }
rounds=3
work=$(mktemp -d)
export WINEPREFIX=$work/prefix WINEDEBUG=-all WINEDLLOVERRIDES='winemenubuilder.exe,mscoree,mshtml='
export PERL_BADLANG=0 # ExifTool's Perl warns of locales that Windows has not
unset DISPLAY
trap 'wineserver -k 2>/dev/null || true; rm -rf "$work"' EXIT

make -s -C "$root/native-runtime/launcher" all tests
built=$root/native-runtime/launcher/target
runtime=$built/classes/studio/ctnr/launcher
wineboot --init 2>/dev/null
wineserver -w

make_container() { # FOLDER
  mkdir -p "$1"/{bin/runtime/x64,bin/runtime/x86,rootfs/ProgramFiles/Bench,rootfs/Drives/C/own,user,temp,logs}
  cp "$runtime/x64/launcher.exe" "$1/bin/"
  cp "$runtime/x64/ctnr.dll" "$1/bin/runtime/x64/"
  cp "$runtime/x86/ctnr.dll" "$1/bin/runtime/x86/"
  for bits in x64 x86; do
    cp "$built/test-programs/$bits/measure.exe" "$1/rootfs/ProgramFiles/Bench/measure-$bits.exe"
    cp "$built/test-programs/$bits/exit_with.exe" "$1/rootfs/ProgramFiles/Bench/exit-$bits.exe"
  done
  head -c 4096 /dev/zero >"$1/rootfs/Drives/C/own/own.txt"
  printf 'id: bench\nname: Bench\nversion: "1"\nentrypoints:\n' >"$1/config.yml"
  for bits in x64 x86; do
    printf "  - {name: '%s', target: '%s'}\n" "$bits" "C:\\Program Files\\Bench\\measure-$bits.exe" \
      "exit-$bits" "C:\\Program Files\\Bench\\exit-$bits.exe" >>"$1/config.yml"
  done
}

container=$work/container
make_container "$container"
mkdir "$WINEPREFIX/drive_c/host"
head -c 4096 /dev/zero >"$WINEPREFIX/drive_c/host/host.txt"
mkdir "$WINEPREFIX/drive_c/many"
for i in $(seq 2000); do : >"$WINEPREFIX/drive_c/many/entry number $i.dat"; done
# and the same number of entries, of which 500 are hidden, 500 copies and 500 the container's own
mkdir "$WINEPREFIX/drive_c/changed" "$container/rootfs/Drives/C/changed"
for i in $(seq 2000); do
  entry="entry number $i.dat"
  : >"$WINEPREFIX/drive_c/changed/$entry"
  case $((i % 4)) in
    0) : >"$container/rootfs/Drives/C/changed/.wh.$entry" ;;
    1) : >"$container/rootfs/Drives/C/changed/$entry" ;;
    2) : >"$container/rootfs/Drives/C/changed/renamed to $entry" ;;
  esac
done
wine reg add 'HKCU\Software\Bench' /v Value /d Text /f >/dev/null
outside="Z:${container//\//\\}\\rootfs"

median() { sort -n | awk '{v[NR] = $1} END {print v[int((NR + 1) / 2)]}'; }

ratios() { paste "$1" "$work/out" | awk '{print $1 / $2}' | median; } # FILE

compare() { # NAME BITS KIND OUTSIDE INSIDE CALLS
  rm -f "$work"/{out,in,trace}
  for _ in $(seq "$turns"); do
    wine "$built/test-programs/$2/measure.exe" "$3" "$4" $rounds "$6" | median >>"$work/out"
    wine "$container/bin/launcher.exe" --entry "$2" -- "$3" "$5" $rounds "$6" | median >>"$work/in"
    wine "$container/bin/launcher.exe" --trace --entry "$2" -- "$3" "$5" $rounds "$6" | median >>"$work/trace"
    : >"$container/logs/events.log"
  done
  awk -v what="$1" -v bits="$2" -v o="$(median <"$work/out")" -v i="$(median <"$work/in")" \
    -v r="$(ratios "$work/in")" -v t="$(ratios "$work/trace")" \
    'BEGIN { printf "%-34s %s  outside %9.1f us   inside %9.1f us   ratio %.2f   traced %.2f\n", what, bits, o, i, r, t }'
}

# what a listing of the host's folder and one of the container's cost outside, against the host's alone: the disk has to be
# asked about all of them, whoever makes one list of both
floor() { # BITS
  rm -f "$work"/{in,out}
  for _ in $(seq "$turns"); do
    wine "$built/test-programs/$1/measure.exe" list 'C:\changed' $rounds 5 | median >>"$work/out"
    wine "$built/test-programs/$1/measure.exe" list "$outside\\Drives\\C\\changed" $rounds 5 | median >>"$work/in"
  done
  awk -v bits="$1" -v r="$(ratios "$work/in")" 'BEGIN { printf "%-34s %s  ratio %.2f\n", "... both layers listed outside", bits, 1 + r }'
}

for bits in x64 x86; do
  compare "open, read, close a host file" $bits open 'C:\host\host.txt' 'C:\host\host.txt' 1000
  compare "... a file of the container" $bits open "$outside\\Drives\\C\\own\\own.txt" 'C:\own\own.txt' 1000
  compare "list 2,000 entries of the host" $bits list 'C:\many' 'C:\many' 5
  compare "... 1,500 of them in two layers" $bits list 'C:\changed' 'C:\changed' 5
  floor $bits
  compare "read a value of the registry" $bits value 'Software\Bench' 'Software\Bench' 1000
  compare "start a program" $bits start "\"$outside\\ProgramFiles\\Bench\\exit-$bits.exe\"" \
    "\"C:\\Program Files\\Bench\\exit-$bits.exe\"" 3
done

# ExifTool reads 500 pictures, started by a 64-bit and by a 32-bit program; before that it has unpacked itself
bash "$root/assets/samples/programs.sh" "$built/corpus"
exiftool=$built/corpus/programs/exiftool.exe
cp "$exiftool" "$container/rootfs/ProgramFiles/Bench/"
printf "  - {name: exiftool, target: '%s'}\n" 'C:\Program Files\Bench\exiftool.exe' >>"$container/config.yml"
mkdir "$WINEPREFIX/drive_c/pictures"
# one grey pixel
printf 'ffd8ffdb004300%s%s%s%s%s' "$(printf '01%.0s' $(seq 64))" ffc0000b080001000101011100 \
  ffc4001400010000000000000000000000000000000009 ffc40014100100000000000000000000000000000000 \
  ffda0008010100003f0054dfffd9 | xxd -r -p >"$work/picture.jpg"
for i in $(seq 500); do cp "$work/picture.jpg" "$WINEPREFIX/drive_c/pictures/$i.jpg"; done

pictures='-s3 -ImageSize -ext jpg C:\pictures'
reads_all() { [ "$("$@" $pictures | grep -c 1x1)" = 500 ]; } # COMMAND...
reads_all wine "$exiftool"
reads_all wine "$container/bin/launcher.exe" --entry exiftool --
rounds=1
for bits in x64 x86; do
  compare "ExifTool reads 500 pictures" $bits start "$outside\\ProgramFiles\\Bench\\exiftool.exe $pictures" \
    "\"C:\\Program Files\\Bench\\exiftool.exe\" $pictures" 1
done

large=$work/large
make_container "$large"
for i in $(seq 1000); do
  mkdir -p "$large/rootfs/ProgramFiles/Bench/folder $((i / 100))/part $i"
  (cd "$large/rootfs/ProgramFiles/Bench/folder $((i / 100))/part $i" && for f in $(seq 100); do : >"file $f.dat"; done)
done
for ((turn = 0; turn < turns; turn++)); do
  for each in "$container" "$large"; do
    start=$EPOCHREALTIME
    wine "$each/bin/launcher.exe" --entry exit-x64
    awk -v from="$start" -v to="$EPOCHREALTIME" 'BEGIN { printf "%.1f\n", (to - from) * 1000 }' >>"$work/start-$(basename "$each")"
  done
done
awk -v s="$(median <"$work/start-container")" -v l="$(median <"$work/start-large")" \
  'BEGIN { printf "start of a container: %.0f ms with a few files, %.0f ms with 100,000: ratio %.2f\n", s, l, l / s }'
echo "runtime in a container: $(cat "$container"/bin/launcher.exe "$container"/bin/runtime/*/ctnr.dll | wc -c) bytes"
