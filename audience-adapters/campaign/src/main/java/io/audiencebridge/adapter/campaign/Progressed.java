// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign;

import io.audiencebridge.adapter.campaign.soap.Keyset;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.spi.connector.Watermark;
import io.audiencebridge.domain.system.ConnectionName;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.time.DateTimeException;
import java.time.Instant;

/**
 * How far changes were read, by Campaign's own clock.
 *
 * @param at when, by the server
 * @param log the id of the newest tracking log then; none where there was none, or where the keys are not in the logs
 * @param path where the keys stand
 */
record Progressed(Instant at, Option<String> log, String path) {
    private static final String FORM = "campaign/1";

    /** A watermark that says so, for the connection given. */
    Watermark watermark(ConnectionName connection) {
        return new Watermark(String.join("|", FORM, at.toString(), log.getOrElse(""), path, connection.value()));
    }

    /** What {@code watermark} says. Left: {@code InvalidRequest} when it was made for another connection, for other keys or by another connector. */
    static Either<BridgeError, Progressed> read(Watermark watermark, ConnectionName connection, String path) {
        String[] parts = watermark.value().split("\\|", 5);
        if (parts.length != 5 || !parts[0].equals(FORM)) {
            return refused("was not made by this connector");
        }
        if (!parts[3].equals(path) || !parts[4].equals(connection.value())) {
            return refused("was made for '" + parts[3] + "' of connection " + parts[4] + ", not for '" + path + "' of "
                    + connection);
        }
        if (!parts[2].isEmpty() && !Keyset.isId(parts[2])) {
            return refused("is damaged");
        }
        try {
            Option<String> log = Option.when(!parts[2].isEmpty(), parts[2]);
            return Either.right(new Progressed(Instant.parse(parts[1]), log, path));
        } catch (DateTimeException damaged) {
            return refused("is damaged");
        }
    }

    private static <T> Either<BridgeError, T> refused(String why) {
        return Either.left(
                BridgeError.InvalidRequest.of("watermark", why + "; read all keys, after a watermark taken anew"));
    }
}
