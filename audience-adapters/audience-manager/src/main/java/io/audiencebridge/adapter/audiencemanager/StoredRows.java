// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager;

import io.audiencebridge.adapter.audiencemanager.client.InboundFileStatus;
import io.audiencebridge.domain.sharing.StoredTally;
import io.audiencebridge.domain.spi.connector.WriteOrder;
import io.audiencebridge.domain.spi.connector.WrittenChange;
import io.vavr.Tuple;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.control.Option;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.function.Function;

/** Sums what Audience Manager says of a change's files. Source: Audience Manager, "Inbound data receipts", "Onboarding status report". */
final class StoredRows {
    /** Its counters of rows that were not stored, by the names that a tally shows. */
    private static final Map<String, Function<InboundFileStatus, OptionalLong>> REASONS = LinkedHashMap.of(
            "formatErrors", InboundFileStatus::formatErrors,
            "invalidAamIds", InboundFileStatus::invalidAamIds,
            "invalidDeviceIds", InboundFileStatus::invalidDeviceIds,
            "noMatchingAamIds", InboundFileStatus::noMatchingAamIds,
            "noTraitRealized", InboundFileStatus::noTraitRealized,
            "excludedLines", StoredRows::excluded);

    private final WrittenChange change;
    private final Seq<InboundFileStatus> files;

    StoredRows(WrittenChange change, Seq<InboundFileStatus> files) {
        this.change = change;
        this.files = files;
    }

    /** What became of the rows; where the system's own counts do not add up, the tally shows the rest as unexplained. */
    StoredTally tally() {
        return StoredTally.builder()
                .sent(change.rows())
                .received(sum(file -> received(file)))
                .stored(sum(StoredRows::stored))
                .rejected(REASONS.map((reason, count) -> Tuple.of(reason, sum(count)))
                        .filterValues(rows -> rows > 0)
                        .toJavaMap())
                .realized(sum(realized()))
                .ended(ended())
                .build();
    }

    /** Whether it read a file and made nothing of it, line by line. */
    static boolean isUnreadable(InboundFileStatus file) {
        OptionalLong lines = received(file);
        return lines.isPresent()
                && (lines.getAsLong() == 0 || file.formatErrors().equals(lines));
    }

    private Function<InboundFileStatus, OptionalLong> realized() {
        return change.order().change() == WriteOrder.Change.ADD
                ? InboundFileStatus::realizedTraits
                : InboundFileStatus::removedTraits;
    }

    private Instant ended() {
        return files.flatMap(file -> Option.ofOptional(file.ended())).max().getOrElse(change.handedOver());
    }

    private long sum(Function<InboundFileStatus, OptionalLong> count) {
        return files.map(file -> count.apply(file).orElse(0)).sum().longValue();
    }

    private static OptionalLong received(InboundFileStatus file) {
        return file.received().isPresent() ? file.received() : file.processed();
    }

    /** What it states, or else what its documents compute it from. */
    private static OptionalLong stored(InboundFileStatus file) {
        OptionalLong processed = file.processed().isPresent() ? file.processed() : file.received();
        if (file.stored().isPresent() || processed.isEmpty()) {
            return file.stored();
        }
        long lost = REASONS.remove("excludedLines")
                .values()
                .map(count -> count.apply(file).orElse(0))
                .sum()
                .longValue();
        return OptionalLong.of(processed.getAsLong() - lost);
    }

    /** Lines that it received and did not process, such as those beyond 102,400 bytes or 200 a user. */
    private static OptionalLong excluded(InboundFileStatus file) {
        return file.received().isPresent() && file.processed().isPresent()
                ? OptionalLong.of(Math.max(
                        0, file.received().getAsLong() - file.processed().getAsLong()))
                : OptionalLong.empty();
    }
}
