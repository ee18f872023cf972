#!/usr/bin/env bash
# The inventory with 10,000 containers, and snapshots of a container of 2,000 files, beside tar | zstd of the same files.
#
#   bench/inventory.sh [CONTAINERS] [FOLDER]    FOLDER holds the files to take snapshots of; /usr/lib is looked through
#                                               for 2,000 of them when it is not said
#
# Needs ./ctnr to be built, zstd, and a JDK 25 in JAVA_HOME.
set -euo pipefail

root=$(cd "$(dirname "$(readlink -f "$0")")/.." && pwd)
containers=${1:-10000}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export LC_ALL=C.UTF-8
java=("${JAVA_HOME:?}/bin/java" -XX:+UseSerialGC -Xmx1g --enable-native-access=ALL-UNNAMED
  -cp "${CTNR_CLASSES:-$root/desktop-app/cli/target/app/*}")

echo "inventory, medians of 21"
"${java[@]}" "$root/bench/InventoryLibrary.java" "$containers" "$work"

mkdir -p "$work/app/rootfs" "$work/app/snapshots"
printf 'id: bench\nname: Bench\nversion: "1.0"\n' >"$work/app/config.yml"
if [ -n "${2:-}" ]; then
  cp -rL "$2" "$work/app/rootfs/files"
else
  mkdir "$work/app/rootfs/files"
  find /usr/lib -type f -size -4M -size +1k 2>/dev/null | sort | awk 'NR <= 2000 { print $0 "\t" NR }' |
    while IFS=$'\t' read -r file number; do cp "$file" "$work/app/rootfs/files/$number"; done
fi
echo "snapshots of $(find "$work/app/rootfs" -type f | wc -l) files, $(du -sm "$work/app/rootfs" | cut -f1) MB"
TIMEFORMAT='tar | zstd -T0 -3, sync        %R s   %U s of processor'
time { tar -C "$work/app/rootfs" -cf - . | zstd -q -T0 -3 -o "$work/all.tar.zst" && sync -f "$work"; }
"${java[@]}" "$root/bench/SnapshotLibrary.java" "$work/app"
