package studio.ctnr.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import studio.ctnr.container.AtomicFile;
import studio.ctnr.container.reg.HiveMounts;
import studio.ctnr.container.reg.RegFileReader;
import studio.ctnr.container.reg.RegFileWriter;
import studio.ctnr.container.reg.RegVersion;

/** {@code ctnr hive export}. */
@Command(
        name = "export",
        description = "Writes a key with everything below it as a .reg file.",
        mixinStandardHelpOptions = true,
        footer = {"", "Example: ctnr hive export my-container 'HKCU\\Software\\Vendor' -o vendor.reg"})
final class HiveExport implements Callable<Integer> {
    /** What a .reg file can be encoded in. */
    private enum Encoding {
        UTF16,
        UTF8,
        ANSI
    }

    @Mixin
    private HiveTarget target;

    @Parameters(index = "1", arity = "0..1", paramLabel = "KEY", description = "The key; without it the whole hive.")
    private String key;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "The file to write; without it standard output.")
    private Path file;

    @Option(
            names = "--encoding",
            defaultValue = "utf16",
            description =
                    "utf16 as regedit writes, utf8 for other tools, or ansi for the old version 4; ${DEFAULT-VALUE} unless told.")
    private Encoding encoding;

    @Override
    public Integer call() throws IOException {
        OpenHives hives = target.open();
        List<OpenHives.Named> tops = new ArrayList<>();
        if (key == null) {
            hives.all().forEach(hive -> tops.add(new OpenHives.Named(hive, "")));
        } else {
            tops.add(hives.named(key));
        }
        for (OpenHives.Named top : tops) {
            top.find();
            if (top.hive().place().isEmpty()) {
                throw new CommandFailure(
                        ExitCode.WRONG_USE,
                        "A .reg file has whole paths: say where %s has its place with --root, such as --root HKCU"
                                .formatted(target.path()));
            }
        }
        if (file != null) {
            AtomicFile.write(file, out -> write(out, tops));
        } else {
            write(System.out, tops);
            System.out.flush();
        }
        return ExitCode.DONE;
    }

    private void write(OutputStream out, List<OpenHives.Named> tops) throws IOException {
        RegVersion version = encoding == Encoding.ANSI ? RegVersion.V4 : RegVersion.V5;
        Charset charset = switch (encoding) {
            case UTF16 -> StandardCharsets.UTF_16LE;
            case UTF8 -> StandardCharsets.UTF_8;
            case ANSI -> RegFileReader.ANSI;
        };
        RegFileWriter writer = new RegFileWriter(out, version, charset);
        for (OpenHives.Named top : tops) {
            writer.tree(HiveMounts.longName(top.whole()), top.find());
        }
        writer.flush();
    }
}
