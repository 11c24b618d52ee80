package org.kamiau.imports;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Says that somebody works on a run: a lock of PostgreSQL's that vanishes with the process that holds it,
 * on whatever node it was, so that a run without its lock is known to have been cut off.
 */
final class RunLock implements AutoCloseable {

    private final Connection connection;
    private final long key;

    private RunLock(Connection connection, long key) {
        this.connection = connection;
        this.key = key;
    }

    /** Nothing when somebody else holds it. */
    static Optional<RunLock> take(DataSource connections, Run.Id run) {
        // The low half of a UUIDv7 is chance.
        long key = run.value().getLeastSignificantBits();
        try {
            var connection = connections.getConnection();
            if (call(connection, "select pg_try_advisory_lock(?)", key)) {
                return Optional.of(new RunLock(connection, key));
            }
            connection.close();
            return Optional.empty();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean call(Connection connection, String query, long key) throws SQLException {
        try (var statement = connection.prepareStatement(query)) {
            statement.setLong(1, key);
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }

    @Override
    public void close() {
        try (connection) {
            call(connection, "select pg_advisory_unlock(?)", key);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
