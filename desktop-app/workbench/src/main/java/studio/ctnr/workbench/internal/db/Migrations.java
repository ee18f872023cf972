package studio.ctnr.workbench.internal.db;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * Brings a database up to date. {@code user_version} counts the scripts that were applied; a script that was published
 * is never changed, a new one follows it.
 *
 * @see <a href="https://www.sqlite.org/pragma.html#pragma_user_version">PRAGMA user_version</a>
 */
final class Migrations {
    private static final List<String> SCRIPTS = List.of("001-inventory.sql");

    private Migrations() {}

    /** Applies what is missing, each script whole or not at all. */
    static void apply(Connection connection) throws SQLException, IOException {
        try (Statement statement = connection.createStatement()) {
            int version = version(statement);
            if (version > SCRIPTS.size()) {
                throw new SQLException(
                        "it was written by a newer version of this program (its format is %d, and %d is known here)"
                                .formatted(version, SCRIPTS.size()));
            }
            for (; version < SCRIPTS.size(); version++) {
                statement.execute("BEGIN IMMEDIATE");
                try {
                    // SQLite's driver runs a whole script here
                    statement.executeUpdate(script(SCRIPTS.get(version)));
                    statement.execute("PRAGMA user_version = " + (version + 1));
                    statement.execute("COMMIT");
                } catch (SQLException failure) {
                    statement.execute("ROLLBACK");
                    throw failure;
                }
            }
        }
    }

    private static int version(Statement statement) throws SQLException {
        try (ResultSet result = statement.executeQuery("PRAGMA user_version")) {
            return result.getInt(1);
        }
    }

    private static String script(String name) throws IOException {
        try (InputStream in = Migrations.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
