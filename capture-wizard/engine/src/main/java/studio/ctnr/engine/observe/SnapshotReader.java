package studio.ctnr.engine.observe;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads one kind of snapshot that {@code capture.exe} wrote, entry by entry. A snapshot says in its first line what it
 * is and in its last how much it holds, and its entries are in a strict order: anything else is an error that names the
 * line.
 */
abstract class SnapshotReader<E> implements Closeable {
    private static final long VERSION = 1;

    /** Of one string: a registry value of 48 MB fits in base64. */
    private static final int LONGEST_STRING = 64 << 20;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(LONGEST_STRING)
                    .maxNestingDepth(4)
                    .build())
            .build();

    private final Path file;
    private final InputStream in;
    private final JsonParser json;
    private final Comparator<? super E> order;
    private E previous;
    private long counted;
    private boolean ended;

    SnapshotReader(Path file, String kind, Comparator<? super E> order) throws IOException {
        this.file = file;
        this.order = order;
        this.in = Files.newInputStream(file);
        try {
            this.json = FACTORY.createParser(ObjectReadContext.empty(), in);
            readHeader(kind);
        } catch (JacksonException damaged) {
            in.close();
            throw new IOException(file + " is not a snapshot: " + damaged.getOriginalMessage(), damaged);
        } catch (IOException | RuntimeException e) {
            in.close();
            throw e;
        }
    }

    private void readHeader(String kind) throws IOException {
        String found = null;
        long version = 0;
        expect(json.nextToken(), JsonToken.START_OBJECT);
        for (String field = json.nextName(); field != null; field = json.nextName()) {
            json.nextToken();
            switch (field) {
                case "snapshot" -> found = text();
                case "version" -> version = number();
                default -> json.skipChildren();
            }
        }
        if (!kind.equals(found)) {
            throw damaged("this is not a snapshot of the " + kind);
        }
        if (version != VERSION) {
            throw damaged("version %d of the format is not known here; version %d is".formatted(version, VERSION));
        }
    }

    /** The next entry; empty at the end of a snapshot that is whole. */
    final Optional<E> next() throws IOException {
        if (ended) {
            return Optional.empty();
        }
        try {
            JsonToken token = json.nextToken();
            if (token == null) {
                throw damaged("the snapshot is cut short");
            }
            expect(token, JsonToken.START_OBJECT);
            String first = json.nextName();
            json.nextToken();
            if ("entries".equals(first)) {
                readEnd();
                return Optional.empty();
            }
            E entry = read(first);
            if (previous != null && order.compare(previous, entry) >= 0) {
                throw damaged("out of order: " + entry + " after " + previous);
            }
            previous = entry;
            return Optional.of(entry);
        } catch (JacksonException e) {
            throw damaged(e.getOriginalMessage());
        } catch (IllegalArgumentException e) {
            throw damaged(e.getMessage());
        }
    }

    private void readEnd() throws IOException {
        if (number() != counted) {
            throw damaged("%d entries are announced and %d were there".formatted(number(), counted));
        }
        while (json.nextName() != null) {
            json.nextToken();
            json.skipChildren();
        }
        if (json.nextToken() != null) {
            throw damaged("something follows the snapshot's end");
        }
        ended = true;
    }

    /** Reads one entry; the parser stands on the value of its first field and is left on the object's end. */
    abstract E read(String first) throws IOException;

    /** Says that an entry of those that the last line counts was read. */
    final void count() {
        counted++;
    }

    final JsonParser json() {
        return json;
    }

    final String text() throws IOException {
        expect(json.currentToken(), JsonToken.VALUE_STRING);
        return json.getString();
    }

    final long number() throws IOException {
        expect(json.currentToken(), JsonToken.VALUE_NUMBER_INT);
        return json.getLongValue();
    }

    final byte[] bytes() throws IOException {
        expect(json.currentToken(), JsonToken.VALUE_STRING);
        return json.getBinaryValue();
    }

    /** A FILETIME: 100 ns since 1601. */
    final Instant time() throws IOException {
        long time = number();
        return Instant.ofEpochSecond(time / 10_000_000 - 11_644_473_600L, time % 10_000_000 * 100);
    }

    private void expect(JsonToken found, JsonToken wanted) throws IOException {
        if (found != wanted) {
            throw damaged("%s stands where %s should".formatted(found, wanted));
        }
    }

    final IOException damaged(String why) {
        return new IOException(
                "%s, line %d: %s".formatted(file, json.currentTokenLocation().getLineNr(), why));
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
