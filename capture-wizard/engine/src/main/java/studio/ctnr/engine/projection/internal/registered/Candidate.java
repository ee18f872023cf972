package studio.ctnr.engine.projection.internal.registered;

import java.util.Optional;
import studio.ctnr.container.WindowsPath;

/**
 * Something that a user might start, still in the capture machine's own terms.
 *
 * @param name for people
 * @param target the program or document
 * @param iconFile the file that holds its icon; empty for the target's own
 * @param iconIndex which icon of it
 * @param desktop whether a shortcut to it lies on the desktop: installers put there what matters
 * @param depth how many folders below the start menu's top it lies
 */
record Candidate(
        String name,
        WindowsPath target,
        String arguments,
        String workingFolder,
        Optional<String> iconFile,
        int iconIndex,
        boolean desktop,
        int depth) {

    /** A program that no shortcut names. */
    static Candidate of(String name, WindowsPath target) {
        return new Candidate(name, target, "", "", Optional.empty(), 0, false, 0);
    }

    boolean startsTheSameAs(Candidate other) {
        return target.equals(other.target) && arguments.equals(other.arguments);
    }

    /** This one, with what another shortcut to the same adds to it. */
    Candidate join(Candidate other) {
        Candidate named = depth <= other.depth || other.desktop ? this : other;
        return new Candidate(
                named.name,
                target,
                arguments,
                workingFolder.isEmpty() ? other.workingFolder : workingFolder,
                iconFile.or(other::iconFile),
                iconFile.isPresent() ? iconIndex : other.iconIndex,
                desktop || other.desktop,
                Math.min(depth, other.depth));
    }
}
