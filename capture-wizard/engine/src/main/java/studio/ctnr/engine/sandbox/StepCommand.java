package studio.ctnr.engine.sandbox;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import studio.ctnr.container.WindowsPath;

/**
 * The Windows command line that runs an installer: a program directly, a package through Windows Installer, a script
 * through its interpreter.
 */
public final class StepCommand {
    private static final Set<String> PROGRAMS = Set.of("exe", "com", "scr");
    private static final Set<String> PACKAGES = Set.of("msi", "msp");
    private static final Set<String> BATCHES = Set.of("bat", "cmd");
    private static final Set<String> SCRIPTS = Set.of("vbs", "js", "wsf");

    private StepCommand() {}

    /**
     * Composes the command line.
     *
     * @param installer where the installer lies inside Windows
     * @param arguments pieces that are put behind it as they are
     * @param silent whether nobody sees the screen; a package is then run without one, unless the arguments say
     *     something about that ({@code /qb}, {@code /passive}) themselves
     * @throws SandboxException when no way is known to run a file of that kind
     */
    public static String of(WindowsPath installer, List<String> arguments, boolean silent) throws SandboxException {
        String file = quote(installer.toString());
        String extension = installer.extension();
        if (PROGRAMS.contains(extension)) {
            return join(Stream.of(file), arguments);
        }
        if (PACKAGES.contains(extension)) {
            String verb = extension.equals("msi") ? "/i" : "/p";
            boolean quiet = silent && arguments.stream().noneMatch(StepCommand::setsUserInterface);
            return join(
                    quiet ? Stream.of("msiexec.exe", verb, file, "/qn") : Stream.of("msiexec.exe", verb, file),
                    arguments);
        }
        if (BATCHES.contains(extension)) {
            // with /s the outer quotes are dropped and everything between them is taken as it is
            return "cmd.exe /d /s /c \"" + join(Stream.of(file), arguments) + "\"";
        }
        if (SCRIPTS.contains(extension)) {
            return join(Stream.of("cscript.exe", "//nologo", file), arguments);
        }
        if (extension.equals("reg")) {
            return join(Stream.of("regedit.exe", "/s", file), arguments);
        }
        throw new SandboxException(
                SandboxException.Code.BAD_STEP,
                "No way is known to run " + installer.name() + " as an installer.",
                "Give an .exe, .msi, .msp, .bat, .cmd, .vbs, .js or .reg file; unpack or wrap anything else in one.");
    }

    private static String join(Stream<String> command, List<String> arguments) {
        return String.join(" ", Stream.concat(command, arguments.stream()).toList());
    }

    /** Whether a msiexec argument, or one of several in one piece, says how much of a screen is shown. */
    private static boolean setsUserInterface(String arguments) {
        return Stream.of(arguments.toLowerCase(Locale.ROOT).split("\\s+"))
                .anyMatch(word -> word.matches("[/-](q([nbrf][+!-]*)?|quiet|passive)"));
    }

    /**
     * Quotes one argument so that a Windows program reads it back as one: in quotes where it has to be, with the back
     * slashes before a quote doubled.
     *
     * @see <a href="https://learn.microsoft.com/cpp/c-language/parsing-c-command-line-arguments">How Microsoft's C
     *     library parses a command line</a>
     */
    public static String quote(String argument) {
        if (!argument.isEmpty() && argument.chars().noneMatch(c -> c == ' ' || c == '\t' || c == '"')) {
            return argument;
        }
        StringBuilder quoted = new StringBuilder("\"");
        int slashes = 0;
        for (char c : argument.toCharArray()) {
            if (c == '\\') {
                slashes++;
            } else {
                quoted.repeat('\\', c == '"' ? slashes * 2 + 1 : slashes).append(c);
                slashes = 0;
            }
        }
        return quoted.repeat('\\', slashes * 2).append('"').toString();
    }
}
