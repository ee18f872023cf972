package studio.ctnr.wizard.preview;

import java.util.List;
import java.util.Optional;
import studio.ctnr.engine.inspect.ProgramFacts;
import studio.ctnr.engine.inspect.ShortcutFacts;

/** What a file or value holds, in the form that says most. */
public sealed interface Preview {
    /** Nothing to be seen: a folder, a key, a file that was deleted. */
    record Nothing() implements Preview {}

    /** It can't be read; the reason is for people. */
    record Unreadable(String reason) implements Preview {}

    /**
     * Lines of a text, or of what became of one.
     *
     * @param cut whether there is more than is shown
     */
    record Text(List<Line> lines, boolean cut) implements Preview {
        public Text {
            lines = List.copyOf(lines);
        }
    }

    /** One line, and what happened to it. */
    record Line(Happened happened, String text) {}

    /** What happened to a line. */
    enum Happened {
        SAME,
        ADDED,
        REMOVED
    }

    /**
     * Bytes as hexadecimal numbers and characters, 8 in a line.
     *
     * @param size of all of them
     */
    record Hex(List<String> lines, long size) implements Preview {
        public Hex {
            lines = List.copyOf(lines);
        }
    }

    /** A picture that JavaFX or the wizard's own icon reader knows. */
    record Picture(byte[] file, boolean icon) implements Preview {}

    record Program(ProgramFacts facts) implements Preview {}

    record Shortcut(ShortcutFacts facts) implements Preview {}

    /**
     * A registry value's data, before and after, as a person reads them.
     *
     * @param hex of the data now, or of what was deleted
     */
    record Value(String type, Optional<String> before, Optional<String> after, Hex hex) implements Preview {}
}
