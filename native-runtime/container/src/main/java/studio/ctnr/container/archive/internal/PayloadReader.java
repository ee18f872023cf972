package studio.ctnr.container.archive.internal;

import java.io.IOException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import studio.ctnr.container.Progress;
import studio.ctnr.container.archive.manifest.ArchiveException;
import studio.ctnr.container.archive.manifest.ArchiveFault;
import studio.ctnr.container.archive.manifest.Damage;
import studio.ctnr.container.archive.manifest.Entry;
import studio.ctnr.container.archive.manifest.Quoted;
import studio.ctnr.container.archive.manifest.Sha256;

/**
 * Goes through the whole payload once and holds every byte of it against the manifest: headers and paddings against the
 * ones that it implies, contents against their SHA-256, the compressed bytes against SHA256SUMS. A file that lies in one
 * frame is checked before the sink sees it.
 */
public final class PayloadReader {
    private final PayloadLayout layout;
    private final Supplier<FrameReader> readers;
    private final ContentSink sink;
    private final Findings findings;
    private final Progress progress;
    private final MessageDigest payload = Sha256.digest();
    private final SpanningDigest spanning = new SpanningDigest();
    private final Turnstile packedTurn = new Turnstile();
    private final Turnstile spanningTurn = new Turnstile();

    /** @param readers makes the reader of each thread */
    public PayloadReader(
            PayloadLayout layout,
            Supplier<FrameReader> readers,
            ContentSink sink,
            Findings findings,
            Progress progress) {
        this.layout = layout;
        this.readers = readers;
        this.sink = sink;
        this.findings = findings;
        this.progress = progress;
    }

    /** Returns the SHA-256 of all frames and then of {@code table}, the rest of the payload. */
    public Sha256 read(int threads, byte[] table) throws IOException {
        FramePass.run(threads, layout.frames(), List.of(packedTurn, spanningTurn), Worker::new);
        payload.update(table);
        return Sha256.finish(payload);
    }

    private final class Worker implements FramePass.Worker, FrameVisitor {
        private final FrameReader reader = readers.get();
        private final MessageDigest digest = Sha256.digest();
        private final List<Piece> parts = new ArrayList<>();
        private byte[] frame;

        @Override
        public void work(int index) throws IOException {
            reader.read(index);
            packedTurn.pass(index, () -> reader.digest(payload));
            parts.clear();
            try {
                frame = reader.decompress(index);
            } catch (ArchiveException damaged) {
                lose(index, damaged);
                return;
            }
            layout.visit(index, this);
            spanningTurn.pass(index, () -> {
                for (Piece piece : parts) {
                    check(piece.entry(), spanning.add(piece, frame));
                }
            });
            for (Piece piece : parts) {
                sink.take(piece, frame);
            }
            progress.at("unpacking", (long) index * PayloadLayout.FRAME + layout.frameSize(index), layout.size());
        }

        private void lose(int index, ArchiveException damaged) throws IOException {
            findings.found(new Damage(damaged.fault(), Member.PAYLOAD.fileName(), damaged.getMessage()));
            layout.visit(index, new LostFrame(damaged, parts));
            spanningTurn.pass(index, () -> parts.forEach(spanning::lose));
        }

        @Override
        public void header(int entry, byte[] header, int from, int at, int length) throws IOException {
            if (!Arrays.equals(header, from, from + length, frame, at, at + length)) {
                findings.found(HeaderDifference.of(layout.entries().get(entry), header, frame, at, length));
            }
        }

        @Override
        public void content(Piece piece) throws IOException {
            if (!piece.isWhole()) {
                parts.add(piece);
                return;
            }
            if (piece.entry().kind().hasContent()) {
                digest.update(frame, piece.at(), piece.length());
                check(piece.entry(), Sha256.finish(digest));
            }
            sink.take(piece, frame);
        }

        private void check(Entry entry, Sha256 found) throws ArchiveException {
            if (found != null && !found.equals(entry.sha256())) {
                findings.found(new Damage(
                        ArchiveFault.CONTENT_MISMATCH,
                        entry.path(),
                        "The content of %s does not have the SHA-256 that the manifest gives"
                                .formatted(Quoted.of(entry.path()))));
            }
        }

        @Override
        public void zeros(int at, int length) throws IOException {
            for (int i = at; i < at + length; i++) {
                if (frame[i] != 0) {
                    findings.found(new Damage(
                            ArchiveFault.PAYLOAD_MISMATCH,
                            Member.PAYLOAD.fileName(),
                            "The payload has bytes between its files that the manifest does not account for"));
                    return;
                }
            }
        }

        @Override
        public void close() {
            reader.close();
        }
    }

    /** Tells the damage of all that lay in a frame that can't be had. */
    private final class LostFrame implements FrameVisitor {
        private final ArchiveException damaged;
        private final List<Piece> parts;

        LostFrame(ArchiveException damaged, List<Piece> parts) {
            this.damaged = damaged;
            this.parts = parts;
        }

        @Override
        public void header(int entry, byte[] header, int from, int at, int length) throws IOException {
            tell(layout.entries().get(entry).path());
        }

        @Override
        public void content(Piece piece) throws IOException {
            if (!piece.isWhole()) {
                parts.add(piece);
                tell(piece.entry().path());
            }
        }

        @Override
        public void zeros(int at, int length) {}

        private void tell(String path) throws ArchiveException {
            findings.found(new Damage(damaged.fault(), path, Quoted.of(path) + ": " + damaged.getMessage()));
        }
    }
}
