package studio.ctnr.engine.observe;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import studio.ctnr.container.WindowsPath;
import studio.ctnr.engine.change.FileChange;
import studio.ctnr.engine.change.FileState;

/** File changes on disk, written once in their order and read as often as asked; a scratch file, not a format. */
final class FileSpool {
    private static final int BUFFER = 1 << 16;

    private FileSpool() {}

    /** Writes changes one after another. */
    static final class Writer implements Closeable {
        private final DataOutputStream out;

        Writer(Path file) throws IOException {
            out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), BUFFER));
        }

        void write(FileChange change) throws IOException {
            byte[] path = change.path().toString().getBytes(StandardCharsets.UTF_16LE);
            out.writeInt(path.length);
            out.write(path);
            write(change.before());
            write(change.after());
        }

        private void write(Optional<FileState> state) throws IOException {
            out.writeBoolean(state.isPresent());
            if (state.isPresent()) {
                FileState known = state.get();
                out.writeBoolean(known.folder());
                out.writeLong(known.size());
                out.writeLong(known.modified().getEpochSecond());
                out.writeInt(known.modified().getNano());
                out.writeInt(known.attributes());
            }
        }

        @Override
        public void close() throws IOException {
            out.close();
        }
    }

    /** The changes that were written to {@code file}; the caller closes the stream. */
    static Stream<FileChange> read(Path file) throws IOException {
        DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), BUFFER));
        return StreamSupport.stream(new Reader(in), false).onClose(() -> {
            try {
                in.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static final class Reader extends Spliterators.AbstractSpliterator<FileChange> {
        private final DataInputStream in;

        Reader(DataInputStream in) {
            super(Long.MAX_VALUE, Spliterator.ORDERED | Spliterator.NONNULL | Spliterator.DISTINCT);
            this.in = in;
        }

        @Override
        public boolean tryAdvance(Consumer<? super FileChange> action) {
            try {
                int length;
                try {
                    length = in.readInt();
                } catch (EOFException e) {
                    return false;
                }
                WindowsPath path = WindowsPath.of(new String(in.readNBytes(length), StandardCharsets.UTF_16LE));
                action.accept(new FileChange(path, state(), state()));
                return true;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private Optional<FileState> state() throws IOException {
            if (!in.readBoolean()) {
                return Optional.empty();
            }
            return Optional.of(new FileState(
                    in.readBoolean(), in.readLong(), Instant.ofEpochSecond(in.readLong(), in.readInt()), in.readInt()));
        }
    }
}
