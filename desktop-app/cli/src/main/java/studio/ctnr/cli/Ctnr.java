package studio.ctnr.cli;

import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The {@code ctnr} command: the root of all others. */
@Command(
        name = "ctnr",
        description = "Turns Windows installers into isolated, portable application containers.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND",
        commandListHeading = "",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            " 0:done",
            " 1:the thing itself failed: an installer, a damaged archive, a full disk",
            " 2:the command was used wrongly",
            " 3:the installer ended well, and nothing that counts was captured",
            " 4:a time limit struck",
            " 5:not available on this machine; 'ctnr doctor' says what is missing",
            "130:cancelled"
        })
public final class Ctnr implements Runnable {
    private static final List<Class<?>> COMMANDS = List.of(
            CaptureCommand.class,
            DiffCommand.class,
            IncludeCommand.class,
            ExcludeCommand.class,
            BuildCommand.class,
            RunCommand.class,
            ExplainCommand.class,
            SmokeCommand.class,
            InspectCommand.class,
            VerifyCommand.class,
            ExtractCommand.class,
            CatCommand.class,
            HiveCommand.class,
            ConfigCommand.class,
            ListCommand.class,
            NewCommand.class,
            ImportCommand.class,
            ExportCommand.class,
            DuplicateCommand.class,
            SnapshotCommand.class,
            CompareCommand.class,
            TagCommand.class,
            RetireCommand.class,
            TrashCommand.class,
            JobsCommand.class,
            AuditCommand.class,
            DoctorCommand.class,
            DemoCommand.class,
            CompletionCommand.class);

    private final Interruption interruption;

    @Spec
    private CommandSpec spec;

    @Option(
            names = {"-v", "--verbose"},
            scope = ScopeType.INHERIT,
            description = "Tell more on standard error, stack traces of failures included.")
    private boolean verbose;

    @Option(
            names = {"-q", "--quiet"},
            scope = ScopeType.INHERIT,
            description = "Show no progress.")
    private boolean quiet;

    private Ctnr(Interruption interruption) {
        this.interruption = interruption;
    }

    public static void main(String[] args) {
        Interruption interruption = new Interruption();
        interruption.install();
        interruption.end(commandLine(interruption, asked(args)).execute(args));
    }

    /** The command line as tests use it: nobody interrupts it. */
    static CommandLine commandLine() {
        return commandLine(new Interruption());
    }

    /** The command line, stopped by {@code interruption}. */
    static CommandLine commandLine(Interruption interruption) {
        return commandLine(interruption, COMMANDS);
    }

    /**
     * To make all commands known takes longer than most of them do: the one that is named is enough, but where it tells
     * of the others.
     */
    private static List<Class<?>> asked(String[] args) {
        if (args.length == 1 && args[0].equals("--version")) {
            return List.of();
        }
        return COMMANDS.stream()
                .filter(command -> args.length > 0
                        && command != CompletionCommand.class
                        && command.getAnnotation(Command.class).name().equals(args[0]))
                .findFirst()
                .<List<Class<?>>>map(List::of)
                .orElse(COMMANDS);
    }

    private static CommandLine commandLine(Interruption interruption, List<Class<?>> commands) {
        Ctnr root = new Ctnr(interruption);
        CommandLine line = new CommandLine(root);
        commands.forEach(line::addSubcommand); // before what is set for all of them
        line.setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpLongOptionsMaxWidth(28)
                .setUsageHelpWidth(100)
                .setParameterExceptionHandler(new WrongUse())
                .setExecutionStrategy(parsed -> {
                    Verbosity.apply(root.verbose);
                    return new CommandLine.RunLast().execute(parsed);
                })
                .setExecutionExceptionHandler(new Failures());
        CommandGroups.install(line);
        return line;
    }

    /** The root of the command line that {@code command} belongs to. */
    static Ctnr rootOf(CommandSpec command) {
        return (Ctnr) command.root().userObject();
    }

    boolean quiet() {
        return quiet;
    }

    boolean verbose() {
        return verbose;
    }

    Interruption interruption() {
        return interruption;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "a command is missing");
    }
}
