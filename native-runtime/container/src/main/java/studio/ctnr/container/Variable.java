package studio.ctnr.container;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a container holds in place of anything that belongs to one machine or user: {@code %CONTAINER_…%} tokens in file
 * names, registry data, {@code config.yml} and listed text files. They get their values when the container starts.
 * Ordinary {@code %X%} text is never touched, and text that looked like a token before is escaped, so that nothing is
 * lost either way.
 */
public enum Variable {
    /** The container's own folder on the host. */
    ROOT,
    /** The roaming application data of the user who runs it, {@code %APPDATA%}. */
    APPDATA,
    /** The local application data of the user who runs it, {@code %LOCALAPPDATA%}. */
    LOCALAPPDATA,
    /** The folder for temporary files. */
    TEMP,
    /** The folder of 64-bit programs, {@code %ProgramFiles%}. */
    PROGRAMFILES,
    /** The profile folder of the user who runs it. */
    USERPROFILE,
    /** That user's name. */
    USERNAME,
    /** That user's SID, {@code S-1-5-21-…}. */
    USERSID,
    /** The machine's NetBIOS name. */
    COMPUTERNAME,
    /** Always a percent sign: how text that merely looks like a token is kept. */
    PERCENT;

    private static final String START = "%CONTAINER_";
    private static final Pattern TOKEN = Pattern.compile("%CONTAINER_([A-Z0-9]+)(?::([a-z]+))?%");
    private static final Map<String, Variable> BY_NAME =
            Stream.of(values()).collect(Collectors.toUnmodifiableMap(Variable::name, Function.identity()));

    /** How it stands in a text, such as {@code %CONTAINER_APPDATA%}. */
    public String token() {
        return START + name() + "%";
    }

    /** How it stands where its value is written in another form, such as {@code %CONTAINER_APPDATA:slash%}. */
    public String token(VariableForm form) {
        return START + name() + form.suffix() + "%";
    }

    /** The text with whatever looks like the start of a token made literal; do this before putting tokens in. */
    public static String escape(String text) {
        return text.contains(START) ? text.replace(START, PERCENT.token() + START.substring(1)) : text;
    }

    /**
     * The text with each token replaced by its value, in one pass, so that a value is never looked at again.
     *
     * @param values gives a variable's value as Windows writes it; empty leaves the token as it is. It is not asked for {@link #PERCENT}.
     */
    public static String expand(String text, Function<Variable, Optional<String>> values) {
        if (!text.contains(START)) {
            return text;
        }
        Matcher token = TOKEN.matcher(text);
        StringBuilder result = new StringBuilder();
        while (token.find()) {
            Optional<String> value = value(token.group(1), Optional.ofNullable(token.group(2)), values);
            token.appendReplacement(result, Matcher.quoteReplacement(value.orElse(token.group())));
        }
        return token.appendTail(result).toString();
    }

    private static Optional<String> value(
            String name, Optional<String> form, Function<Variable, Optional<String>> values) {
        Optional<VariableForm> written =
                form.isEmpty() ? Optional.of(VariableForm.PLAIN) : form.flatMap(VariableForm::named);
        Optional<String> value = Optional.ofNullable(BY_NAME.get(name))
                .flatMap(variable -> variable == PERCENT ? Optional.of("%") : values.apply(variable));
        return written.flatMap(known -> value.map(known::write));
    }
}
