// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.spi.connector;

import io.audiencebridge.domain.audience.AudienceRef;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.identity.DataSource;
import io.vavr.collection.Seq;
import io.vavr.control.Either;
import java.time.LocalDate;

/** On which days an audience's source should have delivered and did not. Blocks; safe for use by several threads. */
public interface DeliveryDays {
    /**
     * The days, in UTC, oldest first, between the oldest delivery that is still there and now, on which a delivery was due and none is there. None for a source that does not
     * deliver daily.
     */
    Either<BridgeError, Seq<LocalDate>> missing(AudienceRef audience, DataSource dataSource, Call call);
}
