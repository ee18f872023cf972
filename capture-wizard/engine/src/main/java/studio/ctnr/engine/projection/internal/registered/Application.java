package studio.ctnr.engine.projection.internal.registered;

import java.util.List;
import java.util.Optional;
import studio.ctnr.container.Variable;
import studio.ctnr.container.WindowsPath;
import studio.ctnr.engine.projection.internal.registry.CapturedRegistry;
import studio.ctnr.engine.projection.internal.variables.PortableText;

/**
 * What a capture knows of an application, for those who make sense of it.
 *
 * @param registry what it registered
 * @param programs its files that tell something
 * @param paths the machine it was captured on
 * @param text puts variables in the place of that machine's names
 * @param uninstall its entries in "Apps and features"
 */
public record Application(
        CapturedRegistry registry,
        Programs programs,
        MachinePaths paths,
        PortableText text,
        List<UninstallEntry> uninstall) {

    public static Application of(CapturedRegistry registry, Programs programs, MachinePaths paths, PortableText text) {
        return new Application(registry, programs, paths, text, UninstallEntries.all(registry));
    }

    public Optional<UninstallEntry> mainUninstall() {
        return UninstallEntries.main(uninstall);
    }

    /** The program that a command line starts, as a path of the capture machine. */
    public Optional<WindowsPath> program(String command) {
        return CommandLine.parse(paths.expand(command)).flatMap(line -> paths.path(line.program()));
    }

    /** A command line for config.yml: its program by the variable of its folder, the rest without the machine's names. */
    public String portableCommand(String command) {
        Optional<CommandLine> line = CommandLine.parse(paths.expand(command));
        Optional<WindowsPath> program = line.flatMap(known -> paths.path(known.program()));
        if (program.isEmpty()) {
            return text.replace(command);
        }
        CommandLine rest = new CommandLine(
                line.get().program(),
                text.replace(line.get().rest()),
                line.get().quoted());
        return rest.with(paths.portable(program.get()));
    }

    /** A folder or file for config.yml; what is no path keeps its text. */
    public String portablePath(String path) {
        return paths.path(path).map(paths::portable).orElseGet(() -> text.replace(path));
    }

    /** Text that may already hold what only looks like a variable. */
    public static String literal(String text) {
        return Variable.escape(text);
    }
}
