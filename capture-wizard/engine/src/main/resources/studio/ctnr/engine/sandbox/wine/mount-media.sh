# Shows a folder of the host, or one file of it, on a drive of a machine that runs, read-only:
# mount-media.sh SCRATCH LETTER whole|single SOURCE; runs in the machine's outer mount namespace.
set -e
cd "$1"
mkdir -p "stage/$2" "media/$2"

read_only() {
    # in a user namespace the flags that the host set must be said again
    flags=$(findmnt -n -o VFS-OPTIONS --mountpoint "$1" | sed 's/^rw//')
    mount -o "remount,bind,ro$flags" "$1"
}

if [ "$3" = whole ]; then
    mount --bind "$4" "stage/$2"
else
    mount -t tmpfs -o mode=755 tmpfs "stage/$2"
    file="stage/$2/${4##*/}"
    : > "$file"
    mount --bind "$4" "$file"
    read_only "$PWD/$file"
fi
read_only "$PWD/stage/$2"
# read-only already when it appears inside
mount --rbind "stage/$2" "media/$2"
