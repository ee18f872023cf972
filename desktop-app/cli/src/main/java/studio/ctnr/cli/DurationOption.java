package studio.ctnr.cli;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a span of time as people write it: {@code 90}, {@code 90s}, {@code 15m}, {@code 1h}. */
final class DurationOption implements ITypeConverter<Duration> {
    private static final Pattern SPAN = Pattern.compile("(\\d{1,6})(s|m|h)?");

    @Override
    public Duration convert(String text) {
        Matcher span = SPAN.matcher(text);
        if (!span.matches()) {
            throw new TypeConversionException("'" + text + "' is no span of time, such as 90s, 15m or 1h");
        }
        long amount = Long.parseLong(span.group(1));
        Duration duration = switch (span.group(2) == null ? "s" : span.group(2)) {
            case "h" -> Duration.ofHours(amount);
            case "m" -> Duration.ofMinutes(amount);
            default -> Duration.ofSeconds(amount);
        };
        if (duration.isZero()) {
            throw new TypeConversionException("'" + text + "' leaves no time at all");
        }
        return duration;
    }
}
