// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager;

import io.audiencebridge.domain.audience.AudienceRef;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.identity.DataSource;
import io.audiencebridge.domain.spi.connector.DeliveryDays;
import io.vavr.collection.Seq;
import io.vavr.control.Either;
import java.time.LocalDate;

/** On which of the last days a destination got no file, of those whose files are still kept. */
final class SegmentDeliveryDays implements DeliveryDays {
    private final Company company;

    SegmentDeliveryDays(Company company) {
        this.company = company;
    }

    @Override
    public Either<BridgeError, Seq<LocalDate>> missing(AudienceRef audience, DataSource dataSource, Call call) {
        return company.outbound(dataSource.destinationId()).flatMap(files -> files.missingDays(dataSource, call));
    }
}
