package studio.ctnr.workbench.internal.db;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteConfig.TransactionMode;
import studio.ctnr.workbench.problem.Problem;
import studio.ctnr.workbench.problem.ProblemCode;
import studio.ctnr.workbench.problem.WorkbenchException;

/**
 * The inventory's SQLite file. One connection, used by one thread at a time: what is asked of it takes milliseconds.
 * Several processes may have it open; one that has to wait for another's write waits.
 */
public final class Database implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 20_000;

    /** SQLite's own lock for the first opening does not wait, so this one does; in one JVM it is not enough by itself. */
    private static final ReentrantLock OPENING = new ReentrantLock();

    private final Path file;
    private final Connection connection;
    private final ReentrantLock turn = new ReentrantLock();

    private Database(Path file, Connection connection) {
        this.file = file;
        this.connection = connection;
    }

    /** Opens the file, or makes it; an older one is brought up to date. */
    public static Database open(Path file) throws WorkbenchException {
        OPENING.lock();
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            try (FileChannel lockFile = FileChannel.open(
                            file.resolveSibling(file.getFileName() + ".opening"),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE);
                    FileLock _ = lockFile.lock()) {
                return new Database(file, connect(file));
            }
        } catch (IOException | SQLException failure) {
            throw unusable(file, failure);
        } finally {
            OPENING.unlock();
        }
    }

    private static Connection connect(Path file) throws SQLException, IOException {
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout(PATIENCE_MILLIS);
        config.setJournalMode(JournalMode.WAL);
        // a commit outlives the process in any case; it is brought to the disk only where it is asked for
        config.setSynchronous(SynchronousMode.NORMAL);
        config.enforceForeignKeys(true);
        // a transaction that reads first and writes later would fail where another process wrote between the two
        config.setTransactionMode(TransactionMode.IMMEDIATE);
        Connection connection = config.createConnection("jdbc:sqlite:" + file.toAbsolutePath());
        try {
            Migrations.apply(connection);
            return connection;
        } catch (SQLException | IOException | RuntimeException failure) {
            connection.close();
            throw failure;
        }
    }

    /** Several statements that count together or not at all. */
    @FunctionalInterface
    public interface Work<T> {
        T run() throws WorkbenchException;
    }

    /** Runs {@code work} as one transaction; within another one it is a part of that. */
    public <T> T transaction(Work<T> work) throws WorkbenchException {
        turn.lock();
        try {
            if (turn.getHoldCount() > 1 && !connection.getAutoCommit()) {
                return work.run();
            }
            connection.setAutoCommit(false);
            try {
                T result = work.run();
                connection.commit();
                return result;
            } catch (WorkbenchException | RuntimeException | SQLException failure) {
                connection.rollback();
                throw failure;
            } finally {
                connection.setAutoCommit(true);
            }
        } catch (SQLException failure) {
            throw unusable(file, failure);
        } finally {
            turn.unlock();
        }
    }

    /** Likewise, and when it returns a power cut can't undo it: for what goes with files that were moved. */
    public <T> T durably(Work<T> work) throws WorkbenchException {
        turn.lock();
        try {
            pragma("synchronous = FULL");
            try {
                return transaction(work);
            } finally {
                pragma("synchronous = NORMAL");
            }
        } finally {
            turn.unlock();
        }
    }

    private void pragma(String setting) throws WorkbenchException {
        try (Statement statement = connection.createStatement()) {
            // within a transaction it would not count: the outermost one has said it
            if (connection.getAutoCommit()) {
                statement.execute("PRAGMA " + setting);
            }
        } catch (SQLException failure) {
            throw unusable(file, failure);
        }
    }

    public <T> List<T> list(String sql, Row.Reader<T> reader, Object... values) throws WorkbenchException {
        turn.lock();
        try (PreparedStatement statement = prepare(sql, values);
                ResultSet result = statement.executeQuery()) {
            List<T> list = new ArrayList<>();
            Row row = new Row(result);
            while (result.next()) {
                list.add(reader.read(row));
            }
            return list;
        } catch (SQLException failure) {
            throw unusable(file, failure);
        } finally {
            turn.unlock();
        }
    }

    /** The only row, or the first of several. */
    public <T> Optional<T> find(String sql, Row.Reader<T> reader, Object... values) throws WorkbenchException {
        return list(sql, reader, values).stream().findFirst();
    }

    /** @return how many rows were changed */
    public int update(String sql, Object... values) throws WorkbenchException {
        turn.lock();
        try (PreparedStatement statement = prepare(sql, values)) {
            return statement.executeUpdate();
        } catch (SQLException failure) {
            throw unusable(file, failure);
        } finally {
            turn.unlock();
        }
    }

    /** Adds a row and tells its number. */
    public long insert(String sql, Object... values) throws WorkbenchException {
        return transaction(() -> {
            update(sql, values);
            return find("SELECT last_insert_rowid() AS number", row -> row.number("number"))
                    .orElseThrow();
        });
    }

    private PreparedStatement prepare(String sql, Object... values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, stored(values[i]));
        }
        return statement;
    }

    private static Object stored(Object value) {
        return switch (value) {
            case null -> null;
            case Optional<?> optional -> optional.map(Database::stored).orElse(null);
            case Instant time -> time.toEpochMilli();
            case Enum<?> word -> word.name();
            case Boolean flag -> flag ? 1 : 0;
            case Path path -> path.toString();
            default -> value;
        };
    }

    private static WorkbenchException unusable(Path file, Exception failure) {
        return new WorkbenchException(
                new Problem(
                        ProblemCode.INVENTORY_UNUSABLE.word(),
                        "The inventory " + file + " can't be used: " + failure.getMessage(),
                        "Set CTNR_STATE to another folder, or mend this one"),
                failure);
    }

    @Override
    public void close() throws WorkbenchException {
        turn.lock();
        try {
            connection.close();
        } catch (SQLException failure) {
            throw unusable(file, failure);
        } finally {
            turn.unlock();
        }
    }
}
