package studio.ctnr.container.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import studio.ctnr.container.Progress;
import studio.ctnr.container.archive.internal.ContentSink;
import studio.ctnr.container.archive.internal.EntryStream;
import studio.ctnr.container.archive.internal.FileBytes;
import studio.ctnr.container.archive.internal.Findings;
import studio.ctnr.container.archive.internal.FrameReader;
import studio.ctnr.container.archive.internal.Members;
import studio.ctnr.container.archive.internal.PayloadLayout;
import studio.ctnr.container.archive.internal.PayloadReader;
import studio.ctnr.container.archive.internal.SeekTable;
import studio.ctnr.container.archive.manifest.ArchiveException;
import studio.ctnr.container.archive.manifest.ArchiveFault;
import studio.ctnr.container.archive.manifest.Damage;
import studio.ctnr.container.archive.manifest.Entry;
import studio.ctnr.container.archive.manifest.Manifest;
import studio.ctnr.container.archive.manifest.Quoted;
import studio.ctnr.container.archive.manifest.Sha256;

/**
 * An open {@code .ctnr} file. Opening it checks everything but the payload's content, in time that grows with the
 * manifest; every failure is an {@link ArchiveException} that names its fault.
 */
public final class Archive implements AutoCloseable {
    private final Path path;
    private final FileChannel file;
    private final Members members;
    private final PayloadLayout layout;
    private final SeekTable table;

    private Archive(Path path, FileChannel file) throws IOException {
        this.path = path;
        this.file = file;
        this.members = Members.read(file);
        Manifest manifest = members.manifest();
        this.layout = PayloadLayout.declared(manifest.entries(), manifest.payloadSize());
        this.table = SeekTable.read(file, members.payloadAt(), members.payloadSize(), layout);
    }

    /** @throws ArchiveException when it is no archive, or one that is refused */
    public static Archive open(Path path) throws IOException {
        FileChannel file;
        try {
            file = FileChannel.open(path, StandardOpenOption.READ);
        } catch (NoSuchFileException missing) {
            throw new ArchiveException(ArchiveFault.NOT_FOUND, "There is no file " + path, missing);
        }
        try {
            return new Archive(path, file);
        } catch (IOException | RuntimeException | Error failure) {
            file.close();
            throw failure;
        }
    }

    public Manifest manifest() {
        return members.manifest();
    }

    /** Whether it has a signature; whether that one is good is not looked at. */
    public boolean isSigned() {
        return members.isSigned();
    }

    /** The size of the file, in bytes. */
    public long fileSize() throws IOException {
        return file.size();
    }

    /** The size of the compressed payload, in bytes. */
    public long packedSize() {
        return members.payloadSize();
    }

    /** The file that this was opened from. */
    public Path path() {
        return path;
    }

    /**
     * Opens the content of one file or stream, found as Windows finds it; the caller closes it. Its last read fails when
     * the content is not the one that the manifest promises.
     */
    public InputStream read(String entryPath) throws IOException {
        Entry entry = manifest()
                .find(entryPath.replace('\\', '/'))
                .orElseThrow(() -> new ArchiveException(
                        ArchiveFault.NOT_FOUND, "The archive has no %s".formatted(Quoted.of(entryPath))));
        if (!entry.kind().hasContent()) {
            throw new ArchiveException(
                    ArchiveFault.NOT_FOUND,
                    "%s is a %s and has no content"
                            .formatted(Quoted.of(entry.path()), entry.kind().word()));
        }
        return new EntryStream(reader(), entry);
    }

    /** Goes through all of it and tells every damage, instead of ending at the first. */
    public Verification verify(Progress progress) throws IOException {
        Verification.Notes notes = new Verification.Notes();
        check(Threads.fitting(), (piece, frame) -> {}, notes, progress);
        return notes.verification(manifest());
    }

    /** Goes through all of the payload; a wrong checksum is a finding like any other. */
    void check(int threads, ContentSink sink, Findings findings, Progress progress) throws IOException {
        PayloadReader payload = new PayloadReader(layout, this::reader, sink, findings, progress);
        long start = table.start(layout.frames());
        ByteBuffer rest = ByteBuffer.allocate((int) (members.payloadSize() - start));
        FileBytes.readFully(file, rest, members.payloadAt() + start);
        Sha256 found = payload.read(threads, rest.array());
        if (!members.agreesWith(found)) {
            findings.found(new Damage(
                    ArchiveFault.CHECKSUM_MISMATCH,
                    "payload.tar.zst",
                    "SHA256SUMS does not have the SHA-256 that payload.tar.zst has"));
        }
    }

    private FrameReader reader() {
        return new FrameReader(file, members.payloadAt(), layout, table);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
