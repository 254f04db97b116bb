// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.journaljdbc;

import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.error.Incident;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** What a database that does not do what it was asked answers with. Messages of drivers may hold anything and are not repeated; the state says enough to look it up. */
final class SqlFailures {
    private static final String NOT_UNIQUE = "23505";
    private static final Set<String> NO_TABLE = Set.of("42P01", "42S02", "42S03", "42S04");

    /** Somebody else was faster: a serialisation failure, a deadlock, a row or table locked for too long, a table made meanwhile. */
    private static final Set<String> COLLISIONS =
            Set.of("40001", "40P01", "55P03", "HYT00", "42P07", "42S01", NOT_UNIQUE);

    private static final int H2_CHANGED_BY_OTHERS = 90_131;
    private static final int H2_OPEN_ELSEWHERE = 90_020;

    private SqlFailures() {}

    static boolean isCollision(SQLException failed) {
        return COLLISIONS.contains(state(failed)) || failed.getErrorCode() == H2_CHANGED_BY_OTHERS;
    }

    static boolean isTableMissing(SQLException failed) {
        return NO_TABLE.contains(state(failed));
    }

    /** The database's own failure behind one of a pool. */
    static SQLException cause(Throwable failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException found && !(cause instanceof SQLTransientConnectionException)) {
                return found;
            }
        }
        return failed instanceof SQLException found ? found : new SQLException(failed);
    }

    /** The error for a failure of what was to be done, such as {@code read}. */
    static BridgeError of(String what, SQLException failure) {
        SQLException failed = cause(failure);
        String state = state(failed);
        Incident incident = Incident.builder().addCodes(state).build();
        String could = "Could not " + what + " the journal's database (SQL state " + state + "); ";
        if (failed.getErrorCode() == H2_OPEN_ELSEWHERE) {
            return new BridgeError.Conflict(
                    "Another process has the journal's file open; H2's file is for one process at a time, so wait for its end, or use PostgreSQL",
                    incident);
        }
        if (state.startsWith("28")) {
            return new BridgeError.AccessDenied(could + "check user and password", incident);
        }
        if (state.startsWith("08") || state.startsWith("57P") || state.startsWith("53") || isCollision(failed)) {
            return new BridgeError.Unavailable(
                    could + "check that it can be reached, and repeat", incident, Duration.ofSeconds(10));
        }
        return new BridgeError.LocalFailure(
                could + "look that state up in the database's manual, and see its own log", incident);
    }

    private static String state(SQLException failed) {
        return Optional.ofNullable(failed.getSQLState()).orElse("unknown");
    }
}
