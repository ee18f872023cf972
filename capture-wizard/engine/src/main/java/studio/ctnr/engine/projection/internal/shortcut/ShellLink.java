package studio.ctnr.engine.projection.internal.shortcut;

import java.util.Optional;

/**
 * What a shortcut file says.
 *
 * @param target the path or command that it opens, which may hold environment variables; empty when it names none that
 *     has a path (a folder of the shell, a printer)
 * @param arguments as they stand on the command line; may be empty
 * @param workingFolder may be empty
 * @param description the comment that is shown; may be empty
 * @param iconFile the file that holds its icon; empty when it is the target itself
 * @param iconIndex which icon of that file: from 0 by order, below 0 by resource number
 * @param advertised the Windows Installer's name of the target, when the shortcut installs on demand
 */
public record ShellLink(
        Optional<String> target,
        String arguments,
        String workingFolder,
        String description,
        Optional<String> iconFile,
        int iconIndex,
        Optional<DarwinDescriptor> advertised) {}
