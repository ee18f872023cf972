package studio.ctnr.container.archive.internal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserDefinedFileAttributeView;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import studio.ctnr.container.archive.manifest.WindowsAttributes;

/**
 * Linux and macOS. Attributes are in the extended attribute that Wine and Samba use; a file that its owner can't write is
 * read-only as well, as Wine has it. A stream is a file called {@code OWNER:STREAM}, as WSL and ntfs-3g show it: it can
 * have any size, and every tool that copies files copies it.
 */
final class PosixFiles implements HostFiles {
    @Override
    public BasicFileAttributes stat(Path file) throws IOException {
        return Files.readAttributes(file, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    }

    @Override
    public int attributes(Path file, BasicFileAttributes stat) throws IOException {
        var view = extended(file);
        int attributes = 0;
        if (view != null && view.list().contains(DosAttributeText.NAME)) {
            ByteBuffer value = ByteBuffer.allocate(view.size(DosAttributeText.NAME));
            view.read(DosAttributeText.NAME, value);
            attributes = DosAttributeText.parse(value.array());
        }
        boolean writable = stat.isDirectory()
                || stat instanceof PosixFileAttributes posix
                        && posix.permissions().contains(PosixFilePermission.OWNER_WRITE);
        return writable ? attributes : attributes | WindowsAttributes.READONLY;
    }

    @Override
    public void finish(Path file, boolean folder, int attributes, Instant modified) throws IOException {
        if (attributes != 0) {
            var view = extended(file);
            byte[] value = DosAttributeText.of(attributes).getBytes(StandardCharsets.US_ASCII);
            if (view == null) {
                throw new IOException("it has no extended attributes");
            }
            view.write(DosAttributeText.NAME, ByteBuffer.wrap(value));
        }
        if (folder) {
            return;
        }
        if ((attributes & WindowsAttributes.READONLY) != 0) {
            Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file, LinkOption.NOFOLLOW_LINKS);
            permissions.removeAll(PosixFilePermissions.fromString("-w--w--w-"));
            Files.setPosixFilePermissions(file, permissions);
        }
        Files.getFileAttributeView(file, BasicFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
                .setTimes(FileTime.from(modified), null, null);
    }

    private static UserDefinedFileAttributeView extended(Path file) {
        return Files.getFileAttributeView(file, UserDefinedFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
    }

    @Override
    public boolean streamsAreFiles() {
        return true;
    }

    @Override
    public List<Stream> streams(Path file) {
        return List.of();
    }

    @Override
    public FileChannel read(Path root, String path) throws IOException {
        return FileChannel.open(root.resolve(path), StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);
    }

    @Override
    public FileChannel create(Path root, String path) throws IOException {
        return FileChannel.open(root.resolve(path), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    }
}
