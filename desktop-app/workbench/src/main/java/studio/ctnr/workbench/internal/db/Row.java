package studio.ctnr.workbench.internal.db;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/** The row that a query is at. A time is kept in milliseconds since 1970, a word of an enum as its name. */
public final class Row {
    private final ResultSet result;

    Row(ResultSet result) {
        this.result = result;
    }

    /** Makes a value of a row. */
    @FunctionalInterface
    public interface Reader<T> {
        T read(Row row) throws SQLException;
    }

    public String text(String column) throws SQLException {
        return result.getString(column);
    }

    public Optional<String> optionalText(String column) throws SQLException {
        return Optional.ofNullable(result.getString(column));
    }

    public long number(String column) throws SQLException {
        return result.getLong(column);
    }

    public boolean flag(String column) throws SQLException {
        return result.getLong(column) != 0;
    }

    public Instant time(String column) throws SQLException {
        return Instant.ofEpochMilli(result.getLong(column));
    }

    public Optional<Instant> optionalTime(String column) throws SQLException {
        long millis = result.getLong(column);
        return result.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(millis));
    }

    public <E extends Enum<E>> E word(String column, Class<E> type) throws SQLException {
        return Enum.valueOf(type, result.getString(column));
    }
}
