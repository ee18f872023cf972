package studio.ctnr.engine.smoke;

import java.util.Optional;
import studio.ctnr.engine.change.ChangeKind;
import studio.ctnr.engine.change.FileChange;
import studio.ctnr.engine.change.RegistryChange;
import studio.ctnr.engine.change.RegistryChange.OfValue;
import studio.ctnr.engine.change.ValueForm;

/**
 * Something that a container's application left on the host.
 *
 * @param subject what it is
 * @param place its path or key
 * @param value the value's name; empty for all but values
 * @param change what became of it
 * @param detail what is there now, in a few words; empty when nothing is
 */
public record Leak(Subject subject, String place, Optional<String> value, ChangeKind change, String detail) {
    private static final int LONGEST_DETAIL = 200;

    public enum Subject {
        FILE,
        FOLDER,
        KEY,
        VALUE,
        /** A file outside of Windows, in the home folder of the user who ran it. */
        HOME
    }

    static Leak of(FileChange change) {
        String detail = change.after()
                .filter(state -> !state.folder())
                .map(state -> state.size() + " bytes")
                .orElse("");
        return new Leak(
                change.folder() ? Subject.FOLDER : Subject.FILE,
                change.path().toString(),
                Optional.empty(),
                change.kind(),
                detail);
    }

    static Leak of(RegistryChange change) {
        if (!(change instanceof OfValue value)) {
            return new Leak(Subject.KEY, change.key().toString(), Optional.empty(), change.kind(), "");
        }
        String detail = value.after()
                .map(state -> ValueForm.of(state.type(), state.data()).line())
                .orElse("");
        return new Leak(
                Subject.VALUE,
                change.key().toString(),
                Optional.of(value.name()),
                change.kind(),
                detail.length() > LONGEST_DETAIL ? detail.substring(0, LONGEST_DETAIL) + "…" : detail);
    }

    static Leak ofHome(String path) {
        return new Leak(Subject.HOME, "~/" + path, Optional.empty(), ChangeKind.ADDED, "");
    }
}
