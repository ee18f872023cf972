package studio.ctnr.container.view;

import java.util.List;
import java.util.Optional;
import studio.ctnr.container.config.Isolation.Mode;

/**
 * How an application sees a path or key, and what would become of a write: what the runtime does, told before anything
 * runs.
 *
 * @param asked as it was asked for
 * @param subject what it is
 * @param bits the kind of process that asks
 * @param view what it means: a path {@code C:\…}, or a key {@code HKCU\…} or {@code HKLM\…} as 64-bit programs say it
 * @param steps how {@code asked} became {@code view}
 * @param decision the mode, and the rule that gave it
 * @param layer where what is seen there comes from
 * @param inContainer where the container has it, or would: a container path, or a hive's with the key behind it
 * @param hiddenBy what in the container hides the host's: the path of a whiteout, or the key that is marked
 * @param landing what would become of a write
 * @param below rules that say something else about places below it
 */
public record Explanation(
        String asked,
        Subject subject,
        Bits bits,
        String view,
        List<Step> steps,
        Decision decision,
        Layer layer,
        Optional<String> inContainer,
        Optional<String> hiddenBy,
        Landing landing,
        List<Decision> below) {
    public Explanation {
        steps = List.copyOf(steps);
        below = List.copyOf(below);
    }

    public enum Subject {
        FILE,
        KEY,
        VALUE
    }

    /** One reason why a name means another place. */
    public enum Reason {
        /** A 32-bit process says System32 and means SysWOW64, or says a key and means the one below Wow6432Node. */
        BITNESS,
        /** A name that Windows keeps for old programs, such as {@code C:\Documents and Settings}. */
        COMPATIBILITY,
        /** A path in the container's own folder is the path of the view that lies there. */
        CONTAINER_FOLDER,
        /** A symbolic link or a junction of the container's leads there. */
        LINK,
        /** HKEY_CLASSES_ROOT shows the classes of the user over those of the machine. */
        CLASSES
    }

    /**
     * @param means the place that the name stands for
     */
    public record Step(Reason reason, String means) {}

    /** Who wrote a rule down. */
    public enum Source {
        CONFIG,
        /** It holds for every container whose config.yml does not replace it. */
        DEFAULT,
        /** It is the runtime's own, and nothing changes it. */
        RUNTIME,
        /** No rule matches. */
        NOBODY
    }

    /**
     * @param rule its pattern, as it was written down; empty when none matches
     */
    public record Decision(Mode mode, Optional<String> rule, Source source) {
        static final Decision USUAL = new Decision(Mode.MERGED, Optional.empty(), Source.NOBODY);
    }

    public enum Layer {
        /** The container's; the host's, if there is one, is covered. */
        CONTAINER,
        /** A folder or key that shows what both have, the container's first. */
        BOTH,
        /** The container has nothing there and hides nothing: what the host has is seen, if it has something. */
        HOST,
        /** Nothing is seen there. */
        NONE
    }

    /** What becomes of a write. */
    public enum Target {
        CONTAINER,
        /** It goes to the container, and what the host has there is copied first. */
        CONTAINER_BY_COPY,
        HOST,
        /** It is refused as on a machine whose user is no administrator. */
        REFUSED
    }

    /**
     * @param place in the container or on the host; empty when a write is refused
     */
    public record Landing(Target target, Optional<String> place) {}
}
