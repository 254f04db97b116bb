// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.journaljdbc;

import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.sharing.RunId;
import io.audiencebridge.domain.sharing.RunRecord;
import io.audiencebridge.domain.sharing.RunState;
import io.audiencebridge.domain.sharing.Waiting;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Records out of rows, one a fact; rows of one run follow each other. */
final class Records {
    static final String SELECT = "SELECT r.run_id, r.state, r.started, r.updated, r.waiting_until, r.waiting_because,"
            + " f.fact_name, f.fact_value";
    static final String JOIN = " LEFT JOIN audience_bridge_fact f ON f.run_id = r.run_id";

    private Records() {}

    /** One entry for each run: its record, or what is wrong with its rows. */
    static List<Either<BridgeError, RunRecord>> read(Connection connection, String sql, Object... values)
            throws SQLException {
        try (PreparedStatement statement = Database.bound(connection, sql, values);
                ResultSet rows = statement.executeQuery()) {
            List<Either<BridgeError, RunRecord>> records = new ArrayList<>();
            boolean more = rows.next();
            while (more) {
                String run = rows.getString(1);
                Raw raw = new Raw(
                        run,
                        rows.getString(2),
                        rows.getBigDecimal(3),
                        rows.getBigDecimal(4),
                        Vector.ofAll(waiting(rows)),
                        new ArrayList<>());
                do {
                    if (rows.getString(7) != null) {
                        raw.facts.add(new String[] {rows.getString(7), rows.getString(8)});
                    }
                    more = rows.next();
                } while (more && rows.getString(1).equals(run));
                records.add(raw.record());
            }
            return records;
        }
    }

    /** All of them, or the first that is damaged. */
    static Either<BridgeError, Seq<RunRecord>> sound(List<Either<BridgeError, RunRecord>> records) {
        return Either.sequenceRight(Vector.ofAll(records));
    }

    private static List<Waiting> waiting(ResultSet rows) throws SQLException {
        BigDecimal until = rows.getBigDecimal(5);
        return until == null ? List.of() : List.of(new Waiting(Moments.read(until), rows.getString(6)));
    }

    /** What is in the rows, before anybody knows whether it is a record. */
    private record Raw(
            String run,
            String state,
            BigDecimal started,
            BigDecimal updated,
            Vector<Waiting> waiting,
            List<String[]> facts) {
        Either<BridgeError, RunRecord> record() {
            try {
                RunRecord.Builder record = RunRecord.builder()
                        .run(new RunId(run))
                        .state(RunState.valueOf(state))
                        .started(Moments.read(started))
                        .updated(Moments.read(updated))
                        .waiting(waiting.headOption().toJavaOptional());
                facts.forEach(fact -> record.putFacts(fact[0], fact[1]));
                return Either.right(record.build());
            } catch (IllegalArgumentException damaged) {
                return Either.left(BridgeError.LocalFailure.of("The journal's row of run " + run
                        + " is damaged, or a later release wrote it; upgrade, or start a new run for that share"));
            }
        }
    }
}
