// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.journaljdbc;

import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.sharing.RunId;
import io.audiencebridge.domain.sharing.RunRecord;
import io.audiencebridge.domain.sharing.Waiting;
import io.audiencebridge.domain.spi.engine.Erasable;
import io.audiencebridge.domain.spi.engine.Journal;
import io.audiencebridge.domain.spi.engine.KeptThing;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;

/** A journal of one row a run and one a fact. A record is written as one transaction and read by one statement, so that nobody sees half of it. */
final class JdbcJournal implements Journal, Erasable {
    private static final String UPDATE = "UPDATE audience_bridge_run SET state = ?, started = ?, updated = ?,"
            + " waiting_until = ?, waiting_because = ? WHERE run_id = ?";
    private static final String INSERT = "INSERT INTO audience_bridge_run"
            + " (state, started, updated, waiting_until, waiting_because, run_id) VALUES (?, ?, ?, ?, ?, ?)";

    private static final String KEPT = "SELECT run_id, updated FROM audience_bridge_run";
    private static final String ERASE = "DELETE FROM audience_bridge_run WHERE run_id = ?";

    private final Database database;

    JdbcJournal(Database database) {
        this.database = database;
    }

    @Override
    public Either<BridgeError, RunRecord> save(RunRecord record) {
        return database.durably("write", connection -> {
            if (write(connection, UPDATE, record) == 0) {
                write(connection, INSERT, record);
            }
            facts(connection, record);
            return record;
        });
    }

    @Override
    public Either<BridgeError, Option<RunRecord>> find(RunId run) {
        return database.in(
                        "read",
                        connection -> Records.read(
                                connection,
                                Records.SELECT + " FROM audience_bridge_run r" + Records.JOIN + " WHERE r.run_id = ?",
                                run.value()))
                .flatMap(Records::sound)
                .map(Seq::headOption);
    }

    @Override
    public Either<BridgeError, Seq<RunRecord>> all() {
        return database.in(
                        "read",
                        connection -> Records.read(
                                connection,
                                Records.SELECT + " FROM audience_bridge_run r" + Records.JOIN
                                        + " ORDER BY r.started, r.run_id"))
                .flatMap(Records::sound);
    }

    @Override
    public Either<BridgeError, Seq<KeptThing>> kept() {
        return database.in("list", connection -> {
            Vector<KeptThing> things = Vector.empty();
            try (PreparedStatement statement = Database.bound(connection, KEPT);
                    ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    things = things.append(kept(rows));
                }
            }
            return things;
        });
    }

    /** Its facts go with it; a lease that somebody holds on the run runs out by itself. */
    @Override
    public Either<BridgeError, Boolean> erase(KeptThing thing) {
        return thing.run()
                .map(run -> database.durably(
                        "erase a run from", connection -> Database.change(connection, ERASE, run.value()) > 0))
                .orElseGet(() -> Either.right(false));
    }

    private static KeptThing kept(ResultSet row) throws SQLException {
        return KeptThing.builder()
                .kind(KeptThing.Kind.RUN)
                .name(row.getString(1))
                .run(new RunId(row.getString(1)))
                .touched(Moments.read(row.getBigDecimal(2)))
                .bytes(0)
                .build();
    }

    private static int write(Connection connection, String sql, RunRecord record) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, record.state().name());
            statement.setBigDecimal(2, Moments.write(record.started()));
            statement.setBigDecimal(3, Moments.write(record.updated()));
            statement.setBigDecimal(
                    4,
                    record.waiting()
                            .map(waiting -> Moments.write(waiting.until()))
                            .orElse(null));
            statement.setString(5, record.waiting().map(Waiting::because).orElse(null));
            statement.setString(6, record.run().value());
            return statement.executeUpdate();
        }
    }

    private static void facts(Connection connection, RunRecord record) throws SQLException {
        Database.change(
                connection,
                "DELETE FROM audience_bridge_fact WHERE run_id = ?",
                record.run().value());
        try (PreparedStatement statement = connection.prepareStatement(
                "INSERT INTO audience_bridge_fact (run_id, fact_name, fact_value) VALUES (?, ?, ?)")) {
            for (Map.Entry<String, String> fact : record.facts().entrySet()) {
                statement.setString(1, record.run().value());
                statement.setString(2, fact.getKey());
                statement.setString(3, fact.getValue());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }
}
