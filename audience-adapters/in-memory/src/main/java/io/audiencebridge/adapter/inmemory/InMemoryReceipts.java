// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.inmemory;

import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.sharing.StoredTally;
import io.audiencebridge.domain.sharing.Waiting;
import io.audiencebridge.domain.spi.connector.DeliveryReport;
import io.audiencebridge.domain.spi.connector.DeliveryStatus;
import io.audiencebridge.domain.spi.connector.WrittenChange;
import io.vavr.control.Either;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Says of what was written nothing at first, then one thing of all of it, as a service does that reads its files once a day. */
final class InMemoryReceipts implements DeliveryStatus {
    private volatile Optional<String> refused = Optional.empty();
    private volatile Optional<Map<String, Long>> rejected = Optional.empty();

    /** From now on everything was read: rows were rejected by reason, the others stored. */
    void stored(Map<String, Long> rejectedByReason) {
        rejected = Optional.of(Map.copyOf(rejectedByReason));
        refused = Optional.empty();
    }

    /** From now on everything was refused. */
    void refused(String because) {
        refused = Optional.of(because);
    }

    @Override
    public Either<BridgeError, DeliveryReport> of(WrittenChange change, Call call) {
        return call.check().map(open -> report(change));
    }

    private DeliveryReport report(WrittenChange change) {
        if (refused.isPresent()) {
            return new DeliveryReport.Refused(refused.get());
        }
        return rejected.<DeliveryReport>map(reasons -> new DeliveryReport.Stored(tally(change, reasons)))
                .orElseGet(() -> new DeliveryReport.Pending(new Waiting(Instant.EPOCH, "nothing was read yet")));
    }

    private static StoredTally tally(WrittenChange change, Map<String, Long> reasons) {
        long stored = change.rows()
                - reasons.values().stream().mapToLong(Long::longValue).sum();
        return StoredTally.builder()
                .sent(change.rows())
                .received(change.rows())
                .stored(stored)
                .rejected(reasons)
                .realized(stored)
                .ended(change.handedOver())
                .build();
    }
}
