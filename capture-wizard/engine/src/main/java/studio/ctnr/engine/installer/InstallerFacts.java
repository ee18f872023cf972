package studio.ctnr.engine.installer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import studio.ctnr.engine.inspect.PackageFacts;
import studio.ctnr.engine.inspect.ProgramFacts;

/**
 * What can be told of an installer without running it.
 *
 * @param size in bytes
 * @param program what a program says of itself; empty for a package or a script, or when its headers are damaged
 * @param database what a Windows Installer package says of itself; empty for everything else, or when it is damaged
 */
public record InstallerFacts(
        Installer installer, long size, Optional<ProgramFacts> program, Optional<PackageFacts> database) {

    /**
     * Looks at a file.
     *
     * @throws NotAnInstallerException when Windows could not start it, with what it is instead
     */
    public static InstallerFacts of(Path file) throws IOException {
        Installer installer = Installer.recognise(file);
        boolean msi = installer.kind() == InstallerKind.MSI;
        boolean script = installer.kind() == InstallerKind.SCRIPT;
        return new InstallerFacts(
                installer,
                Files.size(file),
                msi || script ? Optional.empty() : program(file),
                msi ? database(file) : Optional.empty());
    }

    /** The name of the product, as the installer says it. */
    public Optional<String> product() {
        return program.flatMap(ProgramFacts::product).or(() -> database.flatMap(PackageFacts::product));
    }

    public Optional<String> version() {
        return program.flatMap(ProgramFacts::version).or(() -> database.flatMap(PackageFacts::version));
    }

    public Optional<String> publisher() {
        return program.flatMap(ProgramFacts::publisher).or(() -> database.flatMap(PackageFacts::publisher));
    }

    private static Optional<ProgramFacts> program(Path file) {
        try {
            return Optional.of(ProgramFacts.read(file));
        } catch (IOException damaged) {
            return Optional.empty();
        }
    }

    private static Optional<PackageFacts> database(Path file) {
        try {
            return Optional.of(PackageFacts.read(file));
        } catch (IOException damaged) {
            return Optional.empty();
        }
    }
}
