package studio.ctnr.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import studio.ctnr.container.archive.Archive;

/** Writes one file of an archive to standard output. */
@Command(
        name = "cat",
        description = "Write one file of a .ctnr archive to standard output, unpacking no more than it needs.",
        mixinStandardHelpOptions = true,
        footer = {"%nExample:", "  ctnr cat app.ctnr config.yml"})
final class CatCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "X.ctnr", description = "The archive.")
    private Path file;

    @Parameters(
            index = "1",
            paramLabel = "PATH",
            description = "The file in it, with slashes or back slashes; case does not count. FILE:STREAM is a stream.")
    private String path;

    @Override
    public Integer call() throws IOException {
        try (Archive archive = Archive.open(file);
                InputStream content = archive.read(path);
                // the bytes as they are: the command's own writer would take them for text
                OutputStream out = new FileOutputStream(FileDescriptor.out)) {
            content.transferTo(out);
        }
        return ExitCode.DONE;
    }
}
