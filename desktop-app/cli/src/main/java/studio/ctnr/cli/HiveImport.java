package studio.ctnr.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import studio.ctnr.container.reg.RegEffect;
import studio.ctnr.container.reg.RegFileReader;
import studio.ctnr.container.reg.RegImport;

/** {@code ctnr hive import}. */
@Command(
        name = "import",
        description = "Does to a hive what a .reg file asks for: all of it, or after an error nothing.",
        mixinStandardHelpOptions = true,
        footer = {"", "Example: ctnr hive import my-container settings.reg --dry-run"})
final class HiveImport implements Callable<Integer> {
    @Mixin
    private HiveTarget target;

    @Parameters(index = "1", paramLabel = "REGFILE", description = "The .reg file; - for standard input.")
    private Path file;

    @Option(
            names = {"-n", "--dry-run"},
            description = "Say what would change, and change nothing.")
    private boolean dryRun;

    @Option(names = "--create", description = "Make the hive file when it is missing.")
    private boolean create;

    @Option(
            names = "--code-page",
            paramLabel = "NAME",
            defaultValue = "windows-1252",
            description = "What a .reg file of version 4 is encoded in; ${DEFAULT-VALUE} unless told.")
    private String codePage;

    @Mixin
    private Output output;

    @Override
    public Integer call() throws IOException {
        Charset ansi = charset();
        OpenHives hives = target.open(create);
        boolean listed = dryRun || output.isJson();
        Map<RegEffect.Kind, Integer> counts = new EnumMap<>(RegEffect.Kind.class);
        List<RegEffect> effects = new ArrayList<>();
        Set<OpenHive> changed = new LinkedHashSet<>();
        String source = isStandardInput() ? "standard input" : file.toString();
        RegImport edits = new RegImport(hives.mounts(), source, Instant.now(), effect -> {
            counts.merge(effect.kind(), 1, Integer::sum);
            if (changed.size() < hives.all().size()) {
                changed.add(hives.named(effect.key()).hive());
            }
            if (listed) {
                effects.add(effect);
            }
        });
        try (InputStream in = isStandardInput() ? System.in : open()) {
            RegFileReader.read(in, source, ansi, edit -> {
                if (hives.isPlaceless()) {
                    hives.named(edit.key());
                }
                edits.accept(edit);
            });
        }
        if (!dryRun) {
            for (OpenHive hive : changed) {
                OpenHives.write(hive);
            }
        }
        report(effects, counts);
        return ExitCode.DONE;
    }

    private boolean isStandardInput() {
        return file.toString().equals("-");
    }

    private InputStream open() throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new CommandFailure(ExitCode.WRONG_USE, "There is no file " + file);
        }
        return Files.newInputStream(file);
    }

    private Charset charset() {
        try {
            return Charset.forName(codePage);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw new CommandFailure(ExitCode.WRONG_USE, "There is no code page " + codePage, e);
        }
    }

    private void report(List<RegEffect> effects, Map<RegEffect.Kind, Integer> counts) {
        if (output.isJson()) {
            output.json(Map.of(
                    "dryRun",
                    dryRun,
                    "changes",
                    effects.stream().map(ShownEffect::document).toList()));
        } else {
            effects.forEach(effect -> output.out().println(ShownEffect.line(effect)));
            List<String> parts = new ArrayList<>();
            counts.forEach((kind, count) ->
                    parts.add(count + " " + kind.name().toLowerCase(Locale.ROOT).replace('_', ' ')));
            output.out()
                    .println((dryRun ? "Would change: " : "Changed: ")
                            + (parts.isEmpty() ? "nothing" : String.join(", ", parts)));
        }
        output.out().flush();
    }
}
