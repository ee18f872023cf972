package studio.ctnr.engine.projection.internal.registered;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import studio.ctnr.container.WindowsPath;
import studio.ctnr.engine.projection.internal.pe.VersionInfo;

/**
 * What an application is called: by its uninstall entry, else by its main program's version resource, else by the
 * installer's file name.
 *
 * @param nameFrom where the name is from, in a few words
 */
public record Identity(
        String name,
        String version,
        Optional<String> publisher,
        Optional<String> description,
        Optional<String> homepage,
        String nameFrom,
        String versionFrom) {
    private static final Pattern VERSION = Pattern.compile("(?<![\\w.])[vV]?(\\d+(?:[._]\\d+)+)(?![\\w])");
    private static final Pattern SAID_VERSION =
            Pattern.compile("(?i)[ _-]+(?:version[ _-]+|v)?(\\d+(?:\\.\\d+)+)(?=[ ]*\\(|$)");
    private static final Pattern NOISE = Pattern.compile(
            "(?i)(^|[ _.-])(setup|installer|install|win(32|64|dows)?|x(86|64)|amd64|i[36]86|32-?bit|64-?bit|silent)(?=[ _.-]|$)");

    /** @param installer the installer's file name; empty when it is not known */
    public static Identity of(
            Optional<UninstallEntry> uninstall,
            Optional<VersionInfo> program,
            Optional<String> entry,
            String installer) {
        Optional<String> product =
                program.flatMap(info -> info.string("ProductName").or(() -> info.string("FileDescription")));
        Sourced name = Sourced.first(
                        Sourced.of(uninstall.map(UninstallEntry::name), "the uninstall entry"),
                        Sourced.of(product, "the program's version resource"),
                        Sourced.of(entry, "the entry point"),
                        Sourced.of(nameIn(installer), "the installer's file name"))
                .orElse(new Sourced("Application", "nothing: no part of the capture tells one"));
        Sourced version = Sourced.first(
                        Sourced.of(uninstall.flatMap(UninstallEntry::version), "the uninstall entry"),
                        Sourced.of(
                                versionIn(uninstall.map(UninstallEntry::name).orElse("")),
                                "the uninstall entry's name"),
                        Sourced.of(program.flatMap(VersionInfo::version), "the program's version resource"),
                        Sourced.of(versionIn(installer), "the installer's file name"))
                .orElse(new Sourced("0", "nothing: no part of the capture tells one"));
        String plain = withoutVersion(name.text, version.text);
        return new Identity(
                plain,
                version.text,
                uninstall
                        .flatMap(UninstallEntry::publisher)
                        .or(() -> program.flatMap(info -> info.string("CompanyName"))),
                uninstall
                        .flatMap(UninstallEntry::comments)
                        .or(() -> program.flatMap(info -> info.string("FileDescription")))
                        .filter(text -> !text.equals(name.text) && !text.equals(plain)),
                uninstall.flatMap(UninstallEntry::homepage),
                name.source,
                version.source);
    }

    /** The version resource of the main program. */
    public static Optional<VersionInfo> resource(Programs programs, Optional<WindowsPath> main) {
        return main.flatMap(programs::program).flatMap(Programs.Program::version);
    }

    /** Name and version as an id: {@code [a-z0-9][a-z0-9.-]{0,63}}; a name in another script is told by its hash. */
    public static String id(String name, String version) {
        String slug = Slug.of(withoutVersion(name, version));
        String base = slug.isEmpty() ? "app-" + hash(name) : slug;
        String number = Slug.of(version);
        String whole = number.isEmpty() || number.equals("0") ? base : base + "-" + number;
        return whole.length() <= 64 ? whole : Slug.of(whole);
    }

    /**
     * A name that says the version, or its start, says it a second time: {@code Tally 2.1} of 2.1.0.7. A number
     * without a point stays, which is often a part of the name.
     */
    private static String withoutVersion(String name, String version) {
        Matcher said = SAID_VERSION.matcher(name);
        return said.find() && (version + ".").startsWith(said.group(1) + ".")
                ? name.substring(0, said.start()) + name.substring(said.end())
                : name;
    }

    private static String hash(String name) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 4);
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    private static Optional<String> nameIn(String installer) {
        String stem = installer.replaceAll("\\.[A-Za-z]{2,4}$", "");
        String plain = NOISE.matcher(VERSION.matcher(stem).replaceAll("")).replaceAll("$1");
        String name = plain.replaceAll("[ _]+", " ").replaceAll("^[ .-]+|[ .-]+$", "");
        return name.isEmpty() ? Optional.empty() : Optional.of(name);
    }

    private static Optional<String> versionIn(String text) {
        Matcher version =
                VERSION.matcher(text.replaceAll("\\.[A-Za-z]{2,4}$", "").replaceAll("[_-](?=[vV]?\\d)", " "));
        return version.find() ? Optional.of(version.group(1).replace('_', '.')) : Optional.empty();
    }

    private record Sourced(String text, String source) {
        static Optional<Sourced> of(Optional<String> text, String source) {
            return text.filter(known -> !known.isBlank()).map(known -> new Sourced(known.strip(), source));
        }

        @SafeVarargs
        static Optional<Sourced> first(Optional<Sourced>... candidates) {
            for (Optional<Sourced> candidate : candidates) {
                if (candidate.isPresent()) {
                    return candidate;
                }
            }
            return Optional.empty();
        }
    }
}
