// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager;

import io.audiencebridge.adapter.audiencemanager.client.InboundFileStatus;
import io.audiencebridge.adapter.audiencemanager.client.Period;
import io.audiencebridge.adapter.audiencemanager.rest.InboundDetail;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.sharing.Waiting;
import io.audiencebridge.domain.spi.connector.DeliveryReport;
import io.audiencebridge.domain.spi.connector.DeliveryStatus;
import io.audiencebridge.domain.spi.connector.WrittenChange;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;

/** Asks the inbound history of a data source what became of a change's files. */
final class InboundStatus implements DeliveryStatus {
    /** Audience Manager reads files several times a day and promises their effect within this. Source: Audience Manager, "Inbound data ingestion FAQ". */
    private static final Duration PROMISED = Duration.ofDays(2);

    private static final Duration AGAIN = Duration.ofHours(1);

    /** Room for clocks that differ. UNVERIFIED: whether the history shifts the beginning of a period by a day, which this covers too. */
    private static final Duration MARGIN = Duration.ofDays(1);

    private final Company company;

    InboundStatus(Company company) {
        this.company = company;
    }

    /**
     * Pending while a file is missing in the history, for 48 hours; a file that is not there then was refused as a whole, since Audience Manager reports only
     * those that it could read. Refused also a file of which it could read no line.
     */
    @Override
    public Either<BridgeError, DeliveryReport> of(WrittenChange change, Call call) {
        Seq<String> names = Vector.ofAll(change.files()).map(InboundStatus::base);
        if (names.isEmpty()) {
            return Either.right(new DeliveryReport.Stored(new StoredRows(change, Vector.empty()).tally()));
        }
        Instant now = company.clock().instant();
        return company.histories()
                .inbound(change.order().dataSource().id(), period(change, now), InboundDetail.COUNTS, call)
                .map(history -> newest(history))
                .map(known -> told(change, names, known, now));
    }

    private static DeliveryReport told(
            WrittenChange change, Seq<String> names, Map<String, InboundFileStatus> known, Instant now) {
        Seq<String> missing = names.reject(known::containsKey);
        Seq<InboundFileStatus> files = names.flatMap(known::get);
        Seq<InboundFileStatus> unreadable = files.filter(StoredRows::isUnreadable);
        if (unreadable.nonEmpty()) {
            return new DeliveryReport.Refused("Audience Manager could read no line of "
                    + unreadable.map(InboundFileStatus::fileName).mkString(", "));
        }
        if (missing.isEmpty()) {
            return new DeliveryReport.Stored(new StoredRows(change, files).tally());
        }
        boolean overdue = now.isAfter(change.handedOver().plus(PROMISED));
        return overdue ? new DeliveryReport.Refused(refused(missing)) : pending(missing, names, now);
    }

    private static DeliveryReport pending(Seq<String> missing, Seq<String> names, Instant now) {
        return new DeliveryReport.Pending(new Waiting(
                now.plus(AGAIN),
                "Audience Manager has not told what became of " + missing.size() + " of " + names.size()
                        + " files, such as " + missing.head() + "; it reads them within 48 hours"));
    }

    private static String refused(Seq<String> missing) {
        return "Audience Manager's history does not know " + missing.mkString(", ")
                + " 48 hours after it was handed over, as it does not know a file that it refused as a whole; look at bucket, folder, access rights and encryption";
    }

    private static Period period(WrittenChange change, Instant now) {
        Instant stamp = change.order().stamp();
        Instant first = stamp.isBefore(change.handedOver()) ? stamp : change.handedOver();
        return new Period(first.minus(MARGIN), now.plus(MARGIN));
    }

    private static Map<String, InboundFileStatus> newest(Seq<InboundFileStatus> history) {
        return history.sorted(Comparator.comparing(status -> status.ended().orElse(Instant.EPOCH)))
                .toMap(status -> base(status.fileName()), status -> status);
    }

    private static String base(String name) {
        return name.substring(name.lastIndexOf('/') + 1);
    }
}
