# Runs each line that it reads, side by side. When its input ends, its process namespace ends with it; where there is
# none, everything that carries this session's mark in its environment is ended here, but for this shell and the one that
# waits for it, so that the machine's end is that of the last of them.
echo ready
while IFS= read -r line; do
    eval "$line" &
done
[ -n "$CTNR_SESSION" ] || exit 0
round=0 left=yes
while [ -n "$left" ] && [ $((round += 1)) -le 100 ]; do
    left=
    for process in /proc/[0-9]*; do
        case ${process#/proc/} in $$ | $PPID) continue ;; esac
        if grep -qzx "CTNR_SESSION=$CTNR_SESSION" "$process/environ" 2>/dev/null; then
            kill -9 "${process#/proc/}" 2>/dev/null
            left=yes
        fi
    done
done
exit 0
