package studio.ctnr.container.archive.internal;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.DosFileAttributeView;
import java.nio.file.attribute.DosFileAttributes;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.UserDefinedFileAttributeView;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import studio.ctnr.container.archive.manifest.WindowsAttributes;

/**
 * Windows. A {@link Path} there can't name a stream; {@code java.io} can, and the JDK lists them as "user" attributes.
 */
final class WindowsFiles implements HostFiles {
    @Override
    public BasicFileAttributes stat(Path file) throws IOException {
        return Files.readAttributes(file, DosFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    }

    @Override
    public int attributes(Path file, BasicFileAttributes stat) {
        if (!(stat instanceof DosFileAttributes dos)) {
            return 0;
        }
        return (dos.isReadOnly() ? WindowsAttributes.READONLY : 0)
                | (dos.isHidden() ? WindowsAttributes.HIDDEN : 0)
                | (dos.isSystem() ? WindowsAttributes.SYSTEM : 0)
                | (dos.isArchive() ? WindowsAttributes.ARCHIVE : 0);
    }

    @Override
    public void finish(Path file, boolean folder, int attributes, Instant modified) throws IOException {
        if (!folder) {
            Files.getFileAttributeView(file, BasicFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
                    .setTimes(FileTime.from(modified), null, null);
        }
        var dos = Files.getFileAttributeView(file, DosFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
        dos.setArchive((attributes & WindowsAttributes.ARCHIVE) != 0);
        dos.setHidden((attributes & WindowsAttributes.HIDDEN) != 0);
        dos.setSystem((attributes & WindowsAttributes.SYSTEM) != 0);
        dos.setReadOnly((attributes & WindowsAttributes.READONLY) != 0);
    }

    @Override
    public boolean streamsAreFiles() {
        return false;
    }

    @Override
    public List<Stream> streams(Path file) throws IOException {
        var view = Files.getFileAttributeView(file, UserDefinedFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
        if (view == null) {
            return List.of();
        }
        List<Stream> streams = new ArrayList<>();
        for (String name : view.list()) {
            streams.add(new Stream(name, size(file, name)));
        }
        return streams;
    }

    private static long size(Path file, String stream) throws IOException {
        try (RandomAccessFile content = new RandomAccessFile(file + ":" + stream, "r")) {
            return content.length();
        }
    }

    @Override
    public FileChannel read(Path root, String path) throws IOException {
        return path.indexOf(':') < 0
                ? FileChannel.open(root.resolve(path), StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)
                : stream(root, path, "r");
    }

    @Override
    public FileChannel create(Path root, String path) throws IOException {
        return path.indexOf(':') < 0
                ? FileChannel.open(root.resolve(path), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)
                : stream(root, path, "rw");
    }

    private static FileChannel stream(Path root, String path, String mode) throws IOException {
        int colon = path.lastIndexOf(':');
        // closing the channel closes the file
        return new RandomAccessFile(root.resolve(path.substring(0, colon)) + path.substring(colon), mode).getChannel();
    }
}
