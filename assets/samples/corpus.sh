#!/usr/bin/env bash
# Compiles the examples that Debian ships with NSIS, as they are, into DIR/nsis: installers that nobody here wrote.
# Needs apt-get, dpkg-deb and makensis. What is there already is left alone.
set -euo pipefail
goal=$(mkdir -p "$1/nsis" && cd "$1/nsis" && pwd)
[ -e "$goal/.complete" ] && exit 0
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
apt-get download -qq nsis-doc >/dev/null 2>&1
dpkg-deb -x nsis-doc*.deb .
cd usr/share/doc/nsis/Examples
find . -name '*.gz' -exec gunzip -f {} +
for script in example2.nsi install-per-user.nsi one-section.nsi VersionInfo.nsi bigtest.nsi "Modern UI/StartMenu.nsi" VPatch/example.nsi; do
  (cd "$(dirname "$script")" && makensis -V1 "$(basename "$script")" >&2)
done
find . -name '*.exe' | while read -r made; do
  name=$(basename "$made")
  mv "$made" "$goal/${name// /_}"
done
touch "$goal/.complete"
