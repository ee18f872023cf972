#!/usr/bin/env bash
# Makes the sample installers into DIR: ./make.sh DIR [NAME...]; without names, all that need no Wine.
# Needs mingw-w64, makensis, wixl and gcab; for tally-inno.exe also npm (to fetch Inno Setup) and Wine (to run it,
# in WINEPREFIX or a prefix in DIR). Repeatable: what is newer than its sources is left alone.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
mkdir -p "$1" && cd "$1"
shift
[ $# -gt 0 ] || set -- tally-setup.exe tally.msi waits-setup.exe exits-setup.exe refuses.msi

fresh() { # TARGET: whether it is newer than every sample source
  [ -e "$1" ] && [ -z "$(find "$here" -type f -newer "$1" -print -quit)" ]
}

program() {
  ! fresh tally.exe || return 0
  cp "$here"/tally/* .
  x86_64-w64-mingw32-windres tally.rc -O coff -o tally-res.o
  x86_64-w64-mingw32-gcc -std=c17 -O2 -Wall -Wextra -Werror -municode -mwindows -static -s \
    -Wl,--no-insert-timestamp tally.c tally-res.o -o tally.exe
}

for name; do
  fresh "$name" && continue
  case $name in
    tally-setup.exe) program; makensis -V1 tally.nsi >&2 ;;
    tally.msi)
      program
      wixl -o tally.msi tally.wxs >&2
      gcab --create --zip tally.cab tally.exe readme.txt # wixl names an external cabinet, but writes none
      ;;
    tally-inno.exe)
      program
      [ -d package/bin ] || npm pack --silent innosetup@6.4.1 | xargs tar xzf
      WINEDEBUG=-all WINEPREFIX=${WINEPREFIX:-$PWD/wine} wine package/bin/ISCC.exe /Q tally.iss >&2
      ;;
    waits-setup.exe | exits-setup.exe | family-setup.exe) cp "$here/${name%-setup.exe}.nsi" .; makensis -V1 "${name%-setup.exe}.nsi" >&2 ;;
    refuses.msi) cp "$here/refuses.wxs" "$here/tally/readme.txt" .; wixl -o refuses.msi refuses.wxs >&2 ;;
    *) echo "make.sh: no sample is called $name" >&2; exit 2 ;;
  esac
done
ls -l "$@"
