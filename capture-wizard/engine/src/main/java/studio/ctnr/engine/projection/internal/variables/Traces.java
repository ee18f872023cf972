package studio.ctnr.engine.projection.internal.variables;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import studio.ctnr.container.Variable;
import studio.ctnr.container.VariableForm;
import studio.ctnr.container.WindowsNames;
import studio.ctnr.container.WindowsPath;
import studio.ctnr.engine.change.CaptureMachine;

/**
 * Finds what belongs to the capture machine in a text: its folders in every way that programs write them (back slashes,
 * forward slashes, doubled back slashes, file URLs, 8.3 names), its user, the user's SID, its name. Case does not
 * count, and a match ends where a name ends: {@code C:\Users\ann} is not found in {@code C:\Users\anna}. Of several
 * folders the deepest wins.
 */
public final class Traces {
    /** What may stand before a folder or a name. */
    private static final String START = "(?<![\\p{L}\\p{N}_])";
    /** What may follow a name: nothing that would make it a longer one. */
    private static final String END = "(?![\\p{L}\\p{N}_~$@#+=^`{}\\[\\]-])";
    /** A folder's name may hold dots, so one may follow only where a sentence ends. */
    private static final String FOLDER_END = "(?!\\.[\\p{L}\\p{N}_])";

    /** Names that say nothing of a person or a machine: found alone they mean something else nearly always. */
    private static final Set<String> COMMON = Set.of(
            "ADMIN",
            "ADMINISTRATOR",
            "COMPUTER",
            "DEFAULT",
            "DESKTOP",
            "GUEST",
            "HOST",
            "LOCALHOST",
            "OWNER",
            "PUBLIC",
            "ROOT",
            "SERVER",
            "SYSTEM",
            "TEST",
            "USER",
            "USERS",
            "WINDOWS",
            "WORKSTATION");

    private static final int SHORTEST_NAME = 5;

    private final List<Folder> folders;
    private final List<Known> known = new ArrayList<>();
    private final Pattern pattern;
    private final Optional<Anchors> anchors;
    private final String drive;

    private record Folder(WindowsPath path, Variable variable) {}

    private record Known(Variable variable, boolean folder) {}

    /** A trace in a text: where it begins and ends, what stands for it, and in which form it is written. */
    public record Trace(int start, int end, Variable variable, VariableForm form) {}

    public Traces(CaptureMachine machine) {
        WindowsPath profile = machine.profile();
        folders = List.of(
                new Folder(machine.temp(), Variable.TEMP),
                new Folder(profile.resolve("AppData\\Local\\Temp"), Variable.TEMP),
                new Folder(profile.resolve("AppData\\Local"), Variable.LOCALAPPDATA),
                new Folder(profile.resolve("Local Settings\\Application Data"), Variable.LOCALAPPDATA),
                new Folder(profile.resolve("AppData\\Roaming"), Variable.APPDATA),
                new Folder(profile.resolve("Application Data"), Variable.APPDATA),
                new Folder(profile, Variable.USERPROFILE));
        drive = profile.drive() + ":";
        List<String> alternatives = new ArrayList<>();
        folders.stream()
                .sorted(Comparator.comparingInt(
                        (Folder folder) -> -folder.path.names().size()))
                .forEach(folder -> add(alternatives, folder.variable, true, folderPattern(folder.path)));
        if (machine.userSid().startsWith("S-1-5-21-")) {
            add(alternatives, Variable.USERSID, false, Pattern.quote(machine.userSid()) + "(?!-)");
        }
        if (distinctive(machine.computerName())) {
            add(alternatives, Variable.COMPUTERNAME, false, Pattern.quote(machine.computerName()));
        }
        if (distinctive(machine.userName())) {
            add(alternatives, Variable.USERNAME, false, Pattern.quote(machine.userName()));
        } else if (!machine.userName().isEmpty() && !machine.computerName().isEmpty()) {
            String domain = "(?<=" + Pattern.quote(machine.computerName()) + "\\\\)";
            add(alternatives, Variable.USERNAME, false, domain + Pattern.quote(machine.userName()));
        }
        anchors = anchors(machine);
        pattern = Pattern.compile(
                START + "(?:" + String.join("|", alternatives) + ")" + END,
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    /** Of a folder the first name, which is in all its forms; empty where one has another short form. */
    private Optional<Anchors> anchors(CaptureMachine machine) {
        List<String> words = new ArrayList<>(List.of("S-1-5-21-"));
        folders.forEach(folder -> words.add(
                folder.path.names().isEmpty() ? "" : folder.path.names().getFirst()));
        Stream.of(machine.computerName(), machine.userName())
                .filter(Traces::distinctive)
                .forEach(words::add);
        if (!machine.computerName().isEmpty()) {
            words.add(machine.computerName());
        }
        boolean plain =
                words.stream().allMatch(word -> !word.isEmpty() && word.charAt(0) < 128 && word.indexOf('%') < 0);
        boolean one = folders.stream()
                .allMatch(
                        folder -> ShortName.stem(folder.path.names().getFirst()).isEmpty());
        return plain && one ? Optional.of(new Anchors(words)) : Optional.empty();
    }

    /** Whether a name says enough to be found wherever it stands alone. */
    static boolean distinctive(String name) {
        return name.length() >= SHORTEST_NAME && !COMMON.contains(WindowsNames.fold(name));
    }

    private void add(List<String> alternatives, Variable variable, boolean folder, String expression) {
        known.add(new Known(variable, folder));
        alternatives.add("(" + expression + ")");
    }

    /** The folder with one kind of separator throughout: doubled or single back slashes, or forward slashes. */
    private static String folderPattern(WindowsPath path) {
        List<String> names = path.names().stream().map(Traces::namePattern).toList();
        return List.of("\\\\\\\\", "\\\\", "/").stream()
                .map(separator -> path.drive() + ":" + separator + String.join(separator, names))
                .collect(Collectors.joining("|", "(?:", ")" + FOLDER_END));
    }

    /** A name, its 8.3 form where it has one, and its form in a URL where that differs. */
    private static String namePattern(String name) {
        StringBuilder expression = new StringBuilder("(?:").append(Pattern.quote(name));
        String encoded = VariableForm.URL.write(name);
        if (!encoded.equals(name)) {
            expression.append('|').append(Pattern.quote(encoded));
        }
        ShortName.stem(name)
                .ifPresent(stem -> expression
                        .append('|')
                        .append(Pattern.quote(stem))
                        .append("~[1-9]")
                        .append(ShortName.extension(name).map(Pattern::quote).orElse(""))
                        .append('|')
                        .append(Pattern.quote(WineShortName.of(name))));
        return expression.append(')').toString();
    }

    /** The traces in {@code text}, in their order; they don't overlap. */
    public List<Trace> find(CharSequence text) {
        if (anchors.isPresent() && !anchors.get().standIn(text)) {
            return List.of();
        }
        List<Trace> traces = new ArrayList<>();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            for (int i = 0; i < known.size(); i++) {
                int start = matcher.start(i + 1);
                if (start >= 0) {
                    VariableForm form = known.get(i).folder ? form(text, start, matcher.end()) : VariableForm.PLAIN;
                    traces.add(new Trace(start, matcher.end(), known.get(i).variable, form));
                    break;
                }
            }
        }
        return traces;
    }

    /** The folder of the machine that a variable stands for, the deepest first. */
    public Optional<WindowsPath> folder(Variable variable) {
        return folders.stream()
                .filter(folder -> folder.variable == variable)
                .map(Folder::path)
                .findFirst();
    }

    private VariableForm form(CharSequence text, int start, int end) {
        String found = text.subSequence(start, end).toString();
        boolean abbreviated = found.indexOf('~') >= 0
                && folders.stream().noneMatch(folder -> folder.path.toString().indexOf('~') >= 0);
        if (abbreviated) {
            return VariableForm.SHORT;
        }
        char separator = found.charAt(drive.length());
        if (separator == '/') {
            String before = text.subSequence(Math.max(0, start - 8), start).toString();
            return before.regionMatches(true, before.length() - Math.min(before.length(), 8), "file:///", 0, 8)
                    ? VariableForm.URL
                    : VariableForm.SLASH;
        }
        return found.startsWith("\\\\", drive.length()) ? VariableForm.ESCAPED : VariableForm.PLAIN;
    }
}
