// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.journaljdbc;

import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.spi.engine.Lease;
import io.audiencebridge.domain.spi.engine.Leases;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HexFormat;

/** Leases of one row each. Of two who change a row at once, the database lets one wait and then shows it what the other wrote; of two who make one, the second is told and looks again. */
final class JdbcLeases implements Leases {
    private static final String TAKE = "UPDATE audience_bridge_lease SET holder = ?, until_time = ?"
            + " WHERE subject_key = ? AND (holder = ? OR until_time <= ?)";
    private static final String INSERT =
            "INSERT INTO audience_bridge_lease (subject_key, subject, holder, until_time) VALUES (?, ?, ?, ?)";
    private static final String EXTEND =
            "UPDATE audience_bridge_lease SET until_time = ? WHERE subject_key = ? AND holder = ?";
    private static final String RELEASE = "DELETE FROM audience_bridge_lease WHERE subject_key = ? AND holder = ?";
    private static final String HELD =
            "SELECT subject, holder, until_time FROM audience_bridge_lease WHERE subject_key = ?";

    private final Database database;

    JdbcLeases(Database database) {
        this.database = database;
    }

    /** Somebody may give the lease back between the look and the insertion, or make it; the insertion tells, and the transaction is done again. */
    @Override
    public Either<BridgeError, Lease> take(Lease wanted, Instant now) {
        String key = key(wanted.subject());
        return database.in("take a lease in", connection -> {
            if (Database.change(
                            connection,
                            TAKE,
                            wanted.holder(),
                            Moments.write(wanted.until()),
                            key,
                            wanted.holder(),
                            Moments.write(now))
                    > 0) {
                return wanted;
            }
            Option<Lease> held = held(connection, key);
            if (held.isEmpty()) {
                Database.change(
                        connection, INSERT, key, wanted.subject(), wanted.holder(), Moments.write(wanted.until()));
            }
            return held.getOrElse(wanted);
        });
    }

    @Override
    public Either<BridgeError, Option<Lease>> extend(Lease wanted) {
        String key = key(wanted.subject());
        return database.in(
                "extend a lease in",
                connection ->
                        Database.change(connection, EXTEND, Moments.write(wanted.until()), key, wanted.holder()) > 0
                                ? Option.some(wanted)
                                : held(connection, key));
    }

    @Override
    public Either<BridgeError, Boolean> release(Lease held) {
        return database.in(
                "give back a lease in",
                connection -> Database.change(connection, RELEASE, key(held.subject()), held.holder()) > 0);
    }

    private static Option<Lease> held(Connection connection, String key) throws SQLException {
        try (PreparedStatement statement = Database.bound(connection, HELD, key);
                ResultSet rows = statement.executeQuery()) {
            return rows.next()
                    ? Option.some(new Lease(rows.getString(1), rows.getString(2), Moments.read(rows.getBigDecimal(3))))
                    : Option.none();
        }
    }

    /** A subject is any text, and too long for a key of its own. */
    private static String key(String subject) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(subject.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
