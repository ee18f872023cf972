package studio.ctnr.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Column;
import picocli.CommandLine.Help.Column.Overflow;
import picocli.CommandLine.Help.TextTable;
import picocli.CommandLine.IHelpSectionRenderer;

/** Lists the commands in {@code ctnr --help} by what one wants to do, in the order in which one does it. */
final class CommandGroups implements IHelpSectionRenderer {
    private static final Map<String, List<String>> GROUPS = new LinkedHashMap<>();
    private static final String OTHERS = "Others";
    private static final int INDENT = 2;
    private static final int GAP = 3;

    static {
        GROUPS.put("From an installer to a container", List.of("capture", "diff", "include", "exclude", "build"));
        GROUPS.put(
                "Into a container and its archive", List.of("inspect", "verify", "extract", "cat", "config", "hive"));
        GROUPS.put("The application in it", List.of("run", "explain", "smoke"));
        GROUPS.put(
                "The containers that you have",
                List.of(
                        "list",
                        "new",
                        "import",
                        "export",
                        "duplicate",
                        "snapshot",
                        "compare",
                        "tag",
                        "retire",
                        "trash",
                        "jobs",
                        "audit"));
        GROUPS.put("This machine", List.of("demo", "doctor", "completion"));
    }

    @Override
    public String render(Help help) {
        Map<String, Help> commands = new LinkedHashMap<>(help.subcommands());
        int width = commands.keySet().stream().mapToInt(String::length).max().orElse(0) + INDENT + GAP;
        StringBuilder text = new StringBuilder();
        GROUPS.forEach((title, names) -> {
            Map<String, Help> group = new LinkedHashMap<>();
            names.stream().filter(commands::containsKey).forEach(name -> group.put(name, commands.remove(name)));
            text.append(section(help, title, group, width));
        });
        return text.append(section(help, OTHERS, commands, width)).toString();
    }

    private static String section(Help help, String title, Map<String, Help> commands, int width) {
        if (commands.isEmpty()) {
            return "";
        }
        TextTable table = TextTable.forColumns(
                help.colorScheme(),
                new Column(width, INDENT, Overflow.SPAN),
                new Column(help.commandSpec().usageMessage().width() - width, 0, Overflow.WRAP));
        commands.forEach((name, command) -> table.addRowValues(
                help.colorScheme().commandText(name),
                help.colorScheme()
                        .text(String.join(
                                " ", command.commandSpec().usageMessage().description()))));
        return "%n%s:%n%s".formatted(title, table);
    }

    private static String firstSentence(String[] description) {
        return String.join(" ", description).split("(?<=\\.)\\s", 2)[0];
    }

    /** Every command that a group names. */
    static List<String> named() {
        List<String> names = new ArrayList<>();
        GROUPS.values().forEach(names::addAll);
        return names;
    }

    /** Makes the root's help list its commands this way. */
    static void install(CommandLine root) {
        root.getHelpSectionMap().put(CommandLine.Model.UsageMessageSpec.SECTION_KEY_COMMAND_LIST, new CommandGroups());
    }
}
