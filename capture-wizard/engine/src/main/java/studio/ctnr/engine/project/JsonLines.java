package studio.ctnr.engine.project;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/** A file with one JSON object a line, each read when it is asked for; every complaint names the line. */
final class JsonLines<T> implements Iterator<T>, AutoCloseable {
    /** Of one string; a registry value of 48 MB fits in base64. */
    static final int LONGEST_STRING = 64 << 20;

    static final JsonFactory FACTORY = JsonFactory.builder()
            .rootValueSeparator("\n")
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(LONGEST_STRING)
                    .maxNestingDepth(8)
                    .build())
            .build();

    /** Reads one object; the parser stands on its opening brace, and is left on its closing one. */
    interface Reader<T> {
        /** @throws IllegalArgumentException when the object does not make sense; says why */
        T read(JsonParser json);
    }

    private final Path file;
    private final Reader<T> reader;
    private final Comparator<? super T> order;
    private final JsonParser json;
    private T previous;
    private T next;

    private JsonLines(Path file, InputStream in, Reader<T> reader, Comparator<? super T> order) {
        this.file = file;
        this.reader = reader;
        this.order = order;
        this.json = FACTORY.createParser(ObjectReadContext.empty(), in);
    }

    /**
     * The objects of a file, which must be in a strict order; the caller closes the stream.
     *
     * @throws ProjectException when the file is not there
     */
    static <T> Stream<T> read(Path file, Reader<T> reader, Comparator<? super T> order) throws IOException {
        try {
            JsonLines<T> lines = new JsonLines<>(file, Files.newInputStream(file), reader, order);
            int traits = Spliterator.ORDERED | Spliterator.NONNULL | Spliterator.DISTINCT | Spliterator.IMMUTABLE;
            return StreamSupport.stream(Spliterators.spliteratorUnknownSize(lines, traits), false)
                    .onClose(lines::close);
        } catch (NoSuchFileException missing) {
            throw new ProjectException(file + " is missing from the project; " + REMEDY, missing);
        }
    }

    private static final String REMEDY = "restore it from version control, or capture again";

    @Override
    public boolean hasNext() {
        if (next == null) {
            next = readNext();
        }
        return next != null;
    }

    @Override
    public T next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        previous = next;
        next = null;
        return previous;
    }

    @Override
    public void close() {
        json.close();
    }

    private T readNext() {
        int line = 0;
        try {
            JsonToken token = json.nextToken();
            if (token == null) {
                return null;
            }
            line = json.currentTokenLocation().getLineNr();
            if (token != JsonToken.START_OBJECT) {
                throw new IllegalArgumentException("a change starts with {");
            }
            T read = reader.read(json);
            if (previous != null && order.compare(previous, read) >= 0) {
                throw new IllegalArgumentException("the change is out of order, or there twice");
            }
            return read;
        } catch (JacksonException damage) {
            int at = line > 0
                    ? line
                    : damage.getLocation() == null ? 1 : damage.getLocation().getLineNr();
            throw damaged(at, damage.getOriginalMessage(), damage);
        } catch (IllegalArgumentException nonsense) {
            throw damaged(line, nonsense.getMessage(), nonsense);
        }
    }

    private UncheckedIOException damaged(int line, String problem, Exception cause) {
        return new UncheckedIOException(
                new ProjectException("%s, line %d is damaged: %s; %s".formatted(file, line, problem, REMEDY), cause));
    }
}
