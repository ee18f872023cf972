# Prepares the place of one Wine machine and runs it there: machine.sh SCRATCH overlay|plain shared|alone COMMAND...
# Runs in a mount namespace of its own, but with "plain alone".
set -e
cd "$1"
if [ "$2" = overlay ]; then
    # relative names: a path of the host may hold a comma or a colon, which the options can't
    mount -t overlay -o lowerdir=template,upperdir=upper,workdir=work,userxattr overlay prefix
fi
if [ "$3" = shared ]; then
    # what is mounted here later is then seen inside as well
    mount --bind media media
    mount --make-shared media
fi
shift 3
# not exec: the command is to die with this shell, whichever thread started it
"$@"
