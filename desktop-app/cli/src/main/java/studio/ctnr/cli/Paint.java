package studio.ctnr.cli;

import picocli.CommandLine.Help.Ansi;
import studio.ctnr.engine.change.ChangeKind;

/** Colours, where somebody sees them. */
record Paint(boolean enabled) {
    static Paint of(Output output) {
        return new Paint(Terminal.isWatched() && !output.isJson() && Ansi.AUTO.enabled());
    }

    String change(ChangeKind kind, String text) {
        return switch (kind) {
            case ADDED -> paint("32", text);
            case CHANGED -> paint("33", text);
            case DELETED -> paint("31", text);
        };
    }

    String faint(String text) {
        return paint("2", text);
    }

    String bold(String text) {
        return paint("1", text);
    }

    private String paint(String code, String text) {
        return enabled && !text.isEmpty() ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
    }
}
