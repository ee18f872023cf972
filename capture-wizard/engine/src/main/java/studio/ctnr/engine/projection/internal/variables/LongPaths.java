package studio.ctnr.engine.projection.internal.variables;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import studio.ctnr.container.WindowsPath;
import studio.ctnr.engine.change.ChangeSet;
import studio.ctnr.engine.change.FileChange;

/**
 * Gives paths their long names back where an installer wrote 8.3 names: these differ from machine to machine, and those
 * of Wine exist nowhere else. Only names of captured files and of Windows' own folders are known; what is not stays.
 */
public final class LongPaths {
    private static final Pattern ABBREVIATED =
            Pattern.compile("(?<![A-Za-z0-9])[A-Za-z]:\\\\[^\\s\"<>|?*:;,/\\x00]*~[^\\s\"<>|?*:;,/\\x00]*");
    private static final Pattern PROGRAM = Pattern.compile("(?i).*\\.(exe|com|bat|cmd|dll|ocx|msc|scr|cpl)");

    private final ChangeSet changes;
    private Map<WindowsPath, Set<String>> longNames;

    public LongPaths(ChangeSet changes) {
        this.changes = changes;
    }

    /** The text with long names; a path that thereby gets a blank is put into quotes where a command line needs it. */
    public String restore(String text) {
        if (text.indexOf('~') < 0) {
            return text;
        }
        Matcher found = ABBREVIATED.matcher(text);
        StringBuilder result = new StringBuilder();
        while (found.find()) {
            String path = path(found.group())
                    .map(known -> quoted(known, text, found.start(), found.end()))
                    .orElse(found.group());
            found.appendReplacement(result, Matcher.quoteReplacement(path));
        }
        return found.appendTail(result).toString();
    }

    private static String quoted(String path, String text, int start, int end) {
        boolean alone = start == 0 || Character.isWhitespace(text.charAt(start - 1));
        boolean followed = end < text.length() && text.charAt(end) != '\0';
        boolean command = start > 0 || followed;
        boolean needed = path.indexOf(' ') >= 0
                && alone
                && command
                && PROGRAM.matcher(path).matches();
        return needed ? "\"" + path + "\"" : path;
    }

    /** The path with every abbreviated name written out; empty when one of them is unknown. */
    private Optional<String> path(String abbreviated) {
        WindowsPath path;
        try {
            path = WindowsPath.of(abbreviated);
        } catch (IllegalArgumentException noPath) {
            return Optional.empty();
        }
        WindowsPath here = WindowsPath.of(path.drive() + ":\\");
        for (String name : path.names()) {
            Optional<String> known = name.indexOf('~') < 0 ? Optional.of(name) : longName(here, name);
            if (known.isEmpty()) {
                return Optional.empty();
            }
            here = here.resolve(known.get());
        }
        return Optional.of(here.toString() + (abbreviated.endsWith("\\") ? "\\" : ""));
    }

    private Optional<String> longName(WindowsPath folder, String name) {
        if (longNames == null) {
            longNames = read();
        }
        Set<String> names = longNames.getOrDefault(folder, Set.of());
        Optional<String> itself = names.stream().filter(name::equalsIgnoreCase).findFirst();
        return itself.or(() -> names.stream()
                        .filter(known -> name.equalsIgnoreCase(WineShortName.of(known)))
                        .findFirst())
                .or(() -> only(names.stream().filter(known -> fits(name, known))));
    }

    /** Whether Windows may have made {@code name} of {@code known}: its first characters, a tilde, a number. */
    private static boolean fits(String name, String known) {
        String stem = ShortName.stem(known).orElse("\0") + "~";
        String rest = name.length() > stem.length() ? name.substring(stem.length()) : "";
        return name.regionMatches(true, 0, stem, 0, stem.length())
                && rest.matches("\\d(\\..*)?")
                && rest.substring(1).equalsIgnoreCase(ShortName.extension(known).orElse(""));
    }

    /** With several names of one beginning, nothing tells which of them had which number. */
    private static Optional<String> only(Stream<String> names) {
        Iterator<String> all = names.iterator();
        Optional<String> first = all.hasNext() ? Optional.of(all.next()) : Optional.empty();
        return all.hasNext() ? Optional.empty() : first;
    }

    /** The names that have an 8.3 form, by the folder that they lie in. */
    private Map<WindowsPath, Set<String>> read() {
        Map<WindowsPath, Set<String>> names = new HashMap<>();
        WindowsPath system = WindowsPath.of(changes.machine().profile().drive() + ":\\");
        Stream.of("Program Files\\Common Files", "Program Files (x86)\\Common Files", "ProgramData")
                .map(system::resolve)
                .forEach(path -> add(names, path));
        add(names, changes.machine().profile());
        try (Stream<FileChange> files = changes.files()) {
            files.forEach(change -> add(names, change.path()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return names;
    }

    private static void add(Map<WindowsPath, Set<String>> names, WindowsPath path) {
        for (WindowsPath at = path; !at.isRoot(); at = at.parent()) {
            if (ShortName.stem(at.name()).isEmpty()) {
                continue;
            }
            if (!names.computeIfAbsent(at.parent(), missing -> new TreeSet<>()).add(at.name())) {
                return;
            }
        }
    }
}
