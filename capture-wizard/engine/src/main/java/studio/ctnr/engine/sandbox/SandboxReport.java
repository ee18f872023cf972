package studio.ctnr.engine.sandbox;

import java.util.List;
import java.util.Optional;

/**
 * What a host allows a sandbox to do.
 *
 * @param sandbox which one, such as {@code wine}
 * @param findings in an order to be shown in
 */
public record SandboxReport(String sandbox, List<Finding> findings) {
    public SandboxReport {
        findings = List.copyOf(findings);
    }

    /** How well one thing stands. */
    public enum State {
        GOOD,
        /** Captures work, but slower, with fewer installers, or less contained. */
        DEGRADED,
        /** No capture works. */
        MISSING
    }

    /**
     * One thing that was looked at.
     *
     * @param topic what, in one or two words: {@code overlay}, {@code containment}, {@code wine}
     * @param found what was found, one sentence
     * @param remedy what to do to make it good; empty when it is
     */
    public record Finding(String topic, State state, String found, Optional<String> remedy) {
        public static Finding good(String topic, String found) {
            return new Finding(topic, State.GOOD, found, Optional.empty());
        }

        public static Finding degraded(String topic, String found, String remedy) {
            return new Finding(topic, State.DEGRADED, found, Optional.of(remedy));
        }

        public static Finding missing(String topic, String found, String remedy) {
            return new Finding(topic, State.MISSING, found, Optional.of(remedy));
        }
    }

    /** Whether captures work here. */
    public boolean usable() {
        return findings.stream().noneMatch(finding -> finding.state() == State.MISSING);
    }
}
