// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign.soap;

import io.audiencebridge.domain.error.Violation;
import io.audiencebridge.domain.identity.RecipientId;
import io.vavr.control.Either;

/** The key of the record being read, as two longs: a number or a UUID. Filled anew for each record. Not thread-safe. */
public final class RecordKey {
    private long high;
    private long low;

    /** A key that is none yet. */
    public RecordKey() {}

    /** Reads the key of {@code row}; false when it is neither a number of 64 bits nor a UUID. The usual one is a short number, read without a pattern. */
    public boolean read(Row row, String path) {
        long digits = row.digits(path);
        if (digits < 0) {
            return readOther(row.text(path));
        }
        high = 0;
        low = digits;
        return true;
    }

    /** Its first half. */
    public long high() {
        return high;
    }

    /** Its second half. */
    public long low() {
        return low;
    }

    private boolean readOther(String text) {
        Either<Violation, RecipientId> read = RecipientId.parse(text);
        read.forEach(id -> {
            high = id.high();
            low = id.low();
        });
        return read.isRight();
    }
}
