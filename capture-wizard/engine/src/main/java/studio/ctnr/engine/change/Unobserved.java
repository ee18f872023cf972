package studio.ctnr.engine.change;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/**
 * A part of an installation that nobody watched: its changes are captured, and none of them has a {@link Writing}. It was
 * not meant to be so; a capture that is told not to observe has none.
 *
 * @param scope what it was
 * @param subject the library that does not work ({@code x64\ctnr.dll}), the program, or the call of Windows
 * @param status Windows' error, or an NTSTATUS, as an unsigned 32-bit number
 */
public record Unobserved(Scope scope, String subject, long status) {
    private static final String X64 = "x64\\ctnr.dll";
    private static final String X86 = "x86\\ctnr.dll";

    /** What runs in the sandbox can tell of such parts as well: whatever it says can be kept in a project. */
    public Unobserved {
        status &= 0xffff_ffffL;
        subject = new String(subject.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8); // no half pairs
    }

    /** How much it was. Its word is what files and answers say. */
    public enum Scope {
        EVERYTHING("everything"),
        PROGRAMS_64("64-bit programs"),
        PROGRAMS_32("32-bit programs"),
        /** One program, and what it started. */
        PROGRAM("program"),
        /** One call of Windows, in every program. */
        CALL("call");

        private final String word;

        Scope(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }

        /** Empty when it is none's. */
        public static Optional<Scope> of(String word) {
            for (Scope scope : values()) {
                if (scope.word.equals(word)) {
                    return Optional.of(scope);
                }
            }
            return Optional.empty();
        }
    }

    /** What {@code capture.exe} can't observe: {@code session}, the path of one of its two libraries, or a program. */
    public static Unobserved byCapture(String subject, long status) {
        String folded = subject.toLowerCase(Locale.ROOT);
        if (folded.equals("session")) {
            return new Unobserved(Scope.EVERYTHING, subject, status);
        }
        if (folded.endsWith(X64)) {
            return new Unobserved(Scope.PROGRAMS_64, X64, status);
        }
        if (folded.endsWith(X86)) {
            return new Unobserved(Scope.PROGRAMS_32, X86, status);
        }
        return new Unobserved(Scope.PROGRAM, subject, status);
    }

    /** What it was and why, as part of a sentence. */
    public String described() {
        String error = status < 0x8000_0000L ? "error " + status : "0x%08X".formatted(status);
        return switch (scope) {
            case EVERYTHING -> "all programs (%s)".formatted(error);
            case PROGRAMS_64, PROGRAMS_32 -> "%s (%s can't be used: %s)".formatted(scope.word, subject, error);
            case PROGRAM -> "%s and what it started (%s)".formatted(subject, error);
            case CALL -> "calls of %s (%s)".formatted(subject, error);
        };
    }
}
