// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign.client;

import io.audiencebridge.domain.error.BridgeError;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.time.Instant;
import java.time.LocalDate;

/**
 * One row of an answer. A value stands where its column was read from, or at the column's alias. Campaign makes no difference between a value that is not
 * there and an empty one. Left: {@code ProtocolBreach}, when a value is not of the kind asked for. Prints itself masked.
 */
public interface Row {
    /** A text; empty if there is none. */
    String text(XPath place);

    /** A whole number of 64 bits; 0 if there is none, as Campaign itself has it. */
    Either<BridgeError, Long> number(XPath place);

    /** Yes or no; no if there is none. */
    Either<BridgeError, Boolean> flag(XPath place);

    /** A point in time. */
    Either<BridgeError, Option<Instant>> instant(XPath place);

    /** A day. */
    Either<BridgeError, Option<LocalDate>> date(XPath place);
}
