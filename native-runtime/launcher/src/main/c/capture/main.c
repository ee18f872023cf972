/* The command line's first word chooses what is done. */
#include "../common/arguments.h"
#include "../common/failure.h"
#include "info.h"
#include "../launcher/run.h"
#include "run.h"
#include "snapshot.h"
#include "version.h"
#include "where.h"

#include <fcntl.h>
#include <io.h>
#include <stdio.h>
#include <wchar.h>

static const char HELP[] =
    "capture.exe: runs the steps of an installation and says what they do\n"
    "\n"
    "capture.exe run [OPTIONS] -- COMMAND LINE\n"
    "    Starts the command line and waits until no process of its tree is left.\n"
    "    --events FILE        write events there as JSON lines (standard output)\n"
    "    --command-file FILE  take the command line from a UTF-8 file instead of from behind --\n"
    "    --cwd DIR            the step's working folder\n"
    "    --stdout FILE, --stderr FILE\n"
    "                         where the step's output goes; the same file twice takes both\n"
    "    --timeout SECONDS    end the step after this time (never)\n"
    "    --keep               at the timeout leave it alone instead\n"
    "    --grace SECONDS      how long children without a window may outlive the first process (30)\n"
    "    --idle SECONDS       how long a step with a window does nothing before it counts as waiting (5)\n"
    "    --give-up SECONDS    end a step that has waited for a person for this time (never)\n"
    "    --observe FILE       write there which process changes what, as JSON lines; x64\\ctnr.dll and x86\\ctnr.dll\n"
    "                         lie beside this program\n"
    "capture.exe snapshot --registry FILE [--keys KEY,KEY] [--exclude PATTERN]\n"
    "    Writes every key and value (HKCU,HKLM\\Software,HKLM\\System) as JSON lines.\n"
    "capture.exe snapshot --files FILE [--roots FOLDER;FOLDER] [--only LIST] [--exclude PATTERN]\n"
    "    Writes every file and folder below the roots (C:\\) as JSON lines. A pattern is a whole path or key, in\n"
    "    which * stands for anything and ? for one character; what lies below is left out too. LIST is a UTF-16\n"
    "    text of the paths to look at, one a line; C:\\Folder\\ stands for all that lies below as well.\n"
    "capture.exe info\n"
    "    Says what machine and user this is, as JSON.\n"
    "capture.exe where --window NUMBER [--control LABEL]\n"
    "    Says where the inside of a window, or a control of it, lies on the screen: x, y, width and height.\n"
    "capture.exe --version\n"
    "capture.exe --help\n"
    "\n"
    "Exit status: 0 the work was done, whatever the step's own code (see the event \"exit\");\n"
    "1 it could not be done; 2 wrong use.\n";

int main(void)
{
    _setmode(_fileno(stderr), _O_BINARY);
    _setmode(_fileno(stdout), _O_BINARY);
    arguments args = arguments_of(GetCommandLineW());
    const wchar_t *command = arguments_next(&args);
    if (!command)
        fail_use(L"What is to be done: run, snapshot, info or where?");
    if (!wcscmp(command, L"run"))
        return run(&args);
    if (!wcscmp(command, L"snapshot"))
        return snapshot_take(&args);
    if (!wcscmp(command, L"info"))
        return info(&args);
    if (!wcscmp(command, L"where"))
        return where(&args);
    if (!wcscmp(command, L"--attach")) /* the hook library's way from a 32-bit process to a 64-bit child */
        return attach(arguments_rest(&args));
    if (!wcscmp(command, L"--version")) {
        puts("capture " VERSION);
        return EXIT_DONE;
    }
    if (!wcscmp(command, L"--help")) {
        fputs(HELP, stdout);
        return EXIT_DONE;
    }
    fail_use(L"There is no command '%ls'", command);
}
