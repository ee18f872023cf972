# Runs each line that it reads, side by side. When its input ends, its process namespace ends with it; where there is
# none, everything that carries this session's mark in its environment is ended here.
echo ready
while IFS= read -r line; do
    eval "$line" &
done
[ -n "$CTNR_SESSION" ] || exit 0
for round in 1 2 3; do
    for process in /proc/[0-9]*; do
        if [ "$process" != "/proc/$$" ] && grep -qzx "CTNR_SESSION=$CTNR_SESSION" "$process/environ" 2>/dev/null; then
            kill -9 "${process#/proc/}" 2>/dev/null
        fi
    done
done
exit 0
