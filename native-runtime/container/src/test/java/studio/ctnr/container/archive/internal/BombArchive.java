package studio.ctnr.container.archive.internal;

import com.github.luben.zstd.ZstdCompressCtx;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import studio.ctnr.container.archive.manifest.ArchiveInfo;
import studio.ctnr.container.archive.manifest.Entry;
import studio.ctnr.container.archive.manifest.EntryKind;
import studio.ctnr.container.archive.manifest.Manifest;
import studio.ctnr.container.archive.manifest.ManifestWriter;
import studio.ctnr.container.archive.manifest.MerkleTree;
import studio.ctnr.container.archive.manifest.Sha256;

/** Writes an archive of one file of zeros, of any size; all of it is well formed but the file's hash. */
public final class BombArchive {
    private BombArchive() {}

    public static Path write(Path target, long size) throws IOException {
        Entry zeros = new Entry("zeros", EntryKind.FILE, size, Instant.EPOCH, 0, Sha256.OF_NOTHING, 0);
        PayloadLayout layout = PayloadLayout.of(List.of(zeros));
        int[] lengths = new int[layout.frames()];
        byte[] first = new byte[layout.frameSize(0)];
        byte[] header = EntryHeader.of(zeros);
        System.arraycopy(header, 0, first, 0, header.length);
        byte[] start;
        byte[] middle;
        byte[] last;
        try (ZstdCompressCtx zstd = new ZstdCompressCtx()) {
            start = zstd.compress(first);
            middle = zstd.compress(new byte[PayloadLayout.FRAME]);
            last = zstd.compress(new byte[layout.frameSize(lengths.length - 1)]);
        }
        Arrays.fill(lengths, middle.length);
        lengths[0] = start.length;
        lengths[lengths.length - 1] = last.length;
        ByteBuffer table = SeekTable.write(lengths, layout);
        long payloadSize = Arrays.stream(lengths).asLongStream().sum() + table.remaining();

        ByteArrayOutputStream json = new ByteArrayOutputStream();
        ArchiveInfo info = new ArchiveInfo("bomb", "Bomb", "1", "nobody", "");
        ManifestWriter.write(
                new Manifest(info, MerkleTree.root(layout.entries()), layout.size(), layout.entries()), json);
        MessageDigest manifestDigest = Sha256.digest();
        manifestDigest.update(json.toByteArray());
        MessageDigest payloadDigest = Sha256.digest();
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(target))) {
            out.write(Member.MANIFEST.header(json.size()));
            out.write(Arrays.copyOf(json.toByteArray(), (int) Member.padded(json.size())));
            out.write(Member.payloadHeader(payloadSize, layout.size()));
            DigestOutputStream payload = new DigestOutputStream(out, payloadDigest);
            payload.write(start);
            for (int frame = 1; frame < lengths.length - 1; frame++) {
                payload.write(middle);
            }
            payload.write(last);
            payload.write(table.array());
            out.write(new byte[(int) (Member.padded(payloadSize) - payloadSize)]);
            Checksums sums = new Checksums();
            sums.add(Member.MANIFEST, Sha256.finish(manifestDigest));
            sums.add(Member.PAYLOAD, Sha256.finish(payloadDigest));
            byte[] text = sums.text().getBytes(StandardCharsets.US_ASCII);
            out.write(Member.CHECKSUMS.header(text.length));
            out.write(Arrays.copyOf(text, (int) Member.padded(text.length) + Member.END));
        }
        return target;
    }
}
