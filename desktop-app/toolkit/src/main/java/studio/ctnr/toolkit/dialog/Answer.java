package studio.ctnr.toolkit.dialog;

/**
 * A button of a question.
 *
 * @param label names the act ("Retire container"), never "OK"
 */
public record Answer(String label, Kind kind, Runnable act) {
    /** How it looks, and which keys choose it. */
    public enum Kind {
        /** What is most likely wanted; Enter chooses it. */
        ACCENT,
        /** Destroys something; no key chooses it by accident. */
        DANGER,
        PLAIN,
        /** Leaves everything as it is; Esc chooses it. */
        CANCEL
    }

    public static Answer accent(String label, Runnable act) {
        return new Answer(label, Kind.ACCENT, act);
    }

    public static Answer danger(String label, Runnable act) {
        return new Answer(label, Kind.DANGER, act);
    }

    public static Answer plain(String label, Runnable act) {
        return new Answer(label, Kind.PLAIN, act);
    }

    public static Answer cancel(String label) {
        return new Answer(label, Kind.CANCEL, () -> {});
    }
}
