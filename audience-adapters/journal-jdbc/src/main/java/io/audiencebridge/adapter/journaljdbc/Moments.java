// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.journaljdbc;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;

/** Moments as seconds since 1970 with nine decimals: exact, in order, and {@code to_timestamp} of PostgreSQL reads them. */
final class Moments {
    private static final int NANOS = 9;

    private Moments() {}

    static BigDecimal write(Instant moment) {
        return BigDecimal.valueOf(moment.getEpochSecond()).add(BigDecimal.valueOf(moment.getNano(), NANOS));
    }

    static Instant read(BigDecimal seconds) {
        BigDecimal whole = seconds.setScale(0, RoundingMode.FLOOR);
        return Instant.ofEpochSecond(
                whole.longValueExact(),
                seconds.subtract(whole).movePointRight(NANOS).longValueExact());
    }
}
