package studio.ctnr.wizard.review;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import studio.ctnr.engine.change.Unobserved;
import studio.ctnr.wizard.text.Texts;

/** What nobody could watch during the capture, what that means, and what to do about it. */
final class UnobservedText {
    private static final int MOST = 3;

    private UnobservedText() {}

    /** Empty when all was observed, or nothing was to be. */
    static Optional<String> of(List<Unobserved> all) {
        if (all.isEmpty()) {
            return Optional.empty();
        }
        Stream<String> named = all.stream().limit(MOST).map(UnobservedText::named);
        Stream<String> more = all.size() > MOST
                ? Stream.of(Texts.count("review.unobserved.more", all.size() - MOST))
                : Stream.empty();
        return Optional.of(
                Texts.text("review.unobserved", Stream.concat(named, more).collect(Collectors.joining(", "))));
    }

    private static String named(Unobserved one) {
        return switch (one.scope()) {
            case EVERYTHING -> Texts.text("review.unobserved.everything");
            case PROGRAMS_64 -> Texts.text("review.unobserved.programs-64", one.subject());
            case PROGRAMS_32 -> Texts.text("review.unobserved.programs-32", one.subject());
            case PROGRAM -> Texts.text("review.unobserved.program", one.subject());
            case CALL -> Texts.text("review.unobserved.call", one.subject());
        };
    }
}
