// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.files;

import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.member.KeySource;
import io.audiencebridge.domain.member.TextKeys;
import io.vavr.control.Either;
import io.vavr.control.Option;

/** The rows of a delivery, which at its end must have had lines that could be read. */
final class WholeDelivery implements KeySource {
    private final KeySource rows;
    private final DeliveredLines lines;

    WholeDelivery(KeySource rows, DeliveredLines lines) {
        this.rows = rows;
        this.lines = lines;
    }

    @Override
    public int readers() {
        return rows.readers();
    }

    @Override
    public Either<BridgeError, Option<TextKeys>> next() {
        return rows.next()
                .flatMap(batch ->
                        batch.isDefined() ? Either.right(batch) : lines.sound().map(sound -> batch));
    }

    @Override
    public void close() {
        rows.close();
    }
}
