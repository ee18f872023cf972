package studio.ctnr.container.archive.internal;

import com.github.luben.zstd.ZstdCompressCtx;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import studio.ctnr.container.archive.manifest.ArchiveInfo;
import studio.ctnr.container.archive.manifest.Entry;
import studio.ctnr.container.archive.manifest.EntryKind;
import studio.ctnr.container.archive.manifest.Manifest;
import studio.ctnr.container.archive.manifest.ManifestWriter;
import studio.ctnr.container.archive.manifest.MerkleTree;
import studio.ctnr.container.archive.manifest.Sha256;

/**
 * Writes archives that nobody should accept: it checks nothing, keeps every sum right, and lets each part be changed
 * before the next is made of it.
 */
public final class HostileArchive {
    private final List<Entry> entries = new ArrayList<>();
    private final List<byte[]> contents = new ArrayList<>();
    private UnaryOperator<String> manifest = UnaryOperator.identity();
    private UnaryOperator<byte[]> tar = UnaryOperator.identity();
    private Consumer<ByteBuffer> table = rows -> {};
    private UnaryOperator<byte[]> frame = UnaryOperator.identity();
    private Consumer<Map<String, byte[]>> members = all -> {};
    private UnaryOperator<byte[]> file = UnaryOperator.identity();

    public HostileArchive with(String path, EntryKind kind, String content) {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        Sha256 sha256 = kind.hasContent() ? sha256(bytes) : Sha256.NONE;
        entries.add(new Entry(path, kind, bytes.length, Instant.EPOCH, 0, sha256, 0));
        contents.add(bytes);
        return this;
    }

    public HostileArchive file(String path) {
        return with(path, EntryKind.FILE, "x");
    }

    public HostileArchive folder(String path) {
        return with(path, EntryKind.FOLDER, "");
    }

    public HostileArchive manifest(UnaryOperator<String> change) {
        manifest = change;
        return this;
    }

    /** Changes the payload before it is compressed. */
    public HostileArchive tar(UnaryOperator<byte[]> change) {
        tar = change;
        return this;
    }

    /** Changes what each frame holds before it is compressed; the seek table still gives the right size. */
    public HostileArchive frame(UnaryOperator<byte[]> change) {
        frame = change;
        return this;
    }

    /** Changes the seek table, little endian: its rows start at 8. */
    public HostileArchive table(Consumer<ByteBuffer> change) {
        table = change;
        return this;
    }

    /** Changes the members, by name and in their order, before SHA256SUMS is made. */
    public HostileArchive members(Consumer<Map<String, byte[]>> change) {
        members = change;
        return this;
    }

    public HostileArchive bytes(UnaryOperator<byte[]> change) {
        file = change;
        return this;
    }

    public Path write(Path target) throws IOException {
        PayloadLayout layout = PayloadLayout.of(entries);
        Map<String, byte[]> all = new LinkedHashMap<>();
        all.put("manifest.json", manifestBytes(layout));
        all.put("payload.tar.zst", payload(tar.apply(plainTar(layout)), layout));
        members.accept(all);
        StringBuilder sums = new StringBuilder();
        all.forEach((name, bytes) ->
                sums.append(sha256(bytes)).append("  ").append(name).append('\n'));
        all.putIfAbsent("SHA256SUMS", sums.toString().getBytes(StandardCharsets.US_ASCII));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        all.forEach((name, bytes) -> {
            out.writeBytes(TarHeader.of(name, TarHeader.FILE, bytes.length, 0, new TreeMap<>()));
            out.writeBytes(Arrays.copyOf(bytes, (int) TarHeader.roundUp(bytes.length)));
        });
        out.writeBytes(new byte[Member.END]);
        return Files.write(target, file.apply(out.toByteArray()));
    }

    private byte[] manifestBytes(PayloadLayout layout) throws IOException {
        ArchiveInfo info = new ArchiveInfo("hostile", "Hostile", "1", "nobody", "");
        Manifest made = new Manifest(info, MerkleTree.root(layout.entries()), layout.size(), layout.entries());
        ByteArrayOutputStream json = new ByteArrayOutputStream();
        ManifestWriter.write(made, json);
        return manifest.apply(json.toString(StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8);
    }

    private byte[] plainTar(PayloadLayout layout) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int i = 0; i < entries.size(); i++) {
            out.writeBytes(EntryHeader.of(entries.get(i)));
            byte[] content = contents.get(i);
            out.writeBytes(Arrays.copyOf(content, (int) TarHeader.roundUp(content.length)));
        }
        return Arrays.copyOf(out.toByteArray(), (int) layout.size());
    }

    private byte[] payload(byte[] plain, PayloadLayout layout) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        List<Integer> lengths = new ArrayList<>();
        try (ZstdCompressCtx zstd = new ZstdCompressCtx().setLevel(1).setChecksum(true)) {
            for (int from = 0; from < plain.length; from += PayloadLayout.FRAME) {
                int to = Math.min(plain.length, from + PayloadLayout.FRAME);
                byte[] packed = zstd.compress(frame.apply(Arrays.copyOfRange(plain, from, to)));
                lengths.add(packed.length);
                out.writeBytes(packed);
            }
        }
        int[] all = lengths.stream().mapToInt(Integer::intValue).toArray();
        ByteBuffer rows = SeekTable.write(all, layout).order(ByteOrder.LITTLE_ENDIAN);
        table.accept(rows);
        out.writeBytes(rows.array());
        return out.toByteArray();
    }

    private static Sha256 sha256(byte[] bytes) {
        var digest = Sha256.digest();
        digest.update(bytes);
        return Sha256.finish(digest);
    }
}
