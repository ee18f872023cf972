package studio.ctnr.container.archive.internal;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import studio.ctnr.container.Progress;
import studio.ctnr.container.archive.manifest.ArchiveInfo;
import studio.ctnr.container.archive.manifest.Entry;
import studio.ctnr.container.archive.manifest.Manifest;
import studio.ctnr.container.archive.manifest.ManifestWriter;
import studio.ctnr.container.archive.manifest.MerkleTree;
import studio.ctnr.container.archive.manifest.Sha256;

/**
 * Writes the file: room for the manifest, whose size is known beforehand, then the payload in its final place, then the
 * manifest with the hashes that came out of it. So nothing is written twice.
 */
public final class ArchiveFile {
    private ArchiveFile() {}

    public static Manifest write(
            Path target,
            ArchiveInfo info,
            PayloadLayout layout,
            SourceTree source,
            int level,
            int threads,
            Progress progress)
            throws IOException {
        try (FileChannel file = FileChannel.open(target, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            long manifestSize = ManifestWriter.size(new Manifest(info, Sha256.NONE, layout.size(), layout.entries()));
            byte[] manifestHeader = Member.MANIFEST.header(manifestSize);
            long payloadHeaderAt = manifestHeader.length + Member.padded(manifestSize);
            long payloadAt = payloadHeaderAt + Member.payloadHeader(0, layout.size()).length;

            PayloadWriter payload = new PayloadWriter(layout, source, file, payloadAt, level, progress);
            long end = payload.write(threads);
            byte[] payloadHeader = Member.payloadHeader(end - payloadAt, layout.size());
            FileBytes.writeFully(file, ByteBuffer.wrap(payloadHeader), payloadHeaderAt);

            Manifest manifest = manifest(info, layout, payload);
            FileBytes.writeFully(file, ByteBuffer.wrap(manifestHeader), 0);
            Sha256 manifestSha256 = writeManifest(manifest, file, manifestHeader.length);
            if (file.position() != manifestHeader.length + manifestSize) {
                throw new AssertionError("The manifest's size depends on its hashes");
            }
            Checksums checksums = new Checksums();
            checksums.add(Member.MANIFEST, manifestSha256);
            checksums.add(Member.PAYLOAD, payload.payloadSha256());
            writeEnd(file, payloadAt + Member.padded(end - payloadAt), checksums);
            file.force(true);
            return manifest;
        }
    }

    private static Manifest manifest(ArchiveInfo info, PayloadLayout layout, PayloadWriter payload) {
        List<Entry> entries = new ArrayList<>(layout.entries().size());
        for (Entry entry : layout.entries()) {
            Sha256 sha256 = payload.sha256(entries.size());
            entries.add(sha256 == null ? entry : entry.withSha256(sha256));
        }
        return new Manifest(info, MerkleTree.root(entries), layout.size(), List.copyOf(entries));
    }

    private static Sha256 writeManifest(Manifest manifest, FileChannel file, long position) throws IOException {
        file.position(position);
        MessageDigest digest = Sha256.digest();
        OutputStream out =
                new BufferedOutputStream(new DigestOutputStream(Channels.newOutputStream(file), digest), 1 << 16);
        ManifestWriter.write(manifest, out);
        out.flush();
        return Sha256.finish(digest);
    }

    /** The paddings before stay holes, which read as zeros. */
    private static void writeEnd(FileChannel file, long position, Checksums checksums) throws IOException {
        byte[] text = checksums.text().getBytes(StandardCharsets.US_ASCII);
        byte[] header = Member.CHECKSUMS.header(text.length);
        long end = header.length + Member.padded(text.length) + Member.END;
        ByteBuffer rest = ByteBuffer.allocate(Math.toIntExact(end)).put(header).put(text);
        FileBytes.writeFully(file, rest.clear(), position);
    }
}
