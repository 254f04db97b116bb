// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experienceplatform;

import io.audiencebridge.adapter.experienceplatform.client.ExportRows;
import io.audiencebridge.adapter.experienceplatform.client.MembershipBatch;
import io.audiencebridge.adapter.experienceplatform.client.RejectedRow;
import io.audiencebridge.adapter.experienceplatform.client.RejectedRows;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.member.EventSource;
import io.audiencebridge.domain.member.MemberEvents;
import io.vavr.collection.Seq;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.util.Locale;
import java.util.function.Consumer;

/** The rows of an export as events. At the end it says what the caller should know of the files. */
final class ExportEvents implements EventSource {
    private final ExportRows rows;
    private final Consumer<String> notices;

    ExportEvents(ExportRows rows, Consumer<String> notices) {
        this.rows = rows;
        this.notices = notices;
    }

    @Override
    public Either<BridgeError, Option<MemberEvents>> next() {
        Either<BridgeError, Option<MemberEvents>> next = rows.next().map(batch -> batch.map(ExportEvents::events));
        if (next.exists(Option::isEmpty)) {
            rows.notices().forEach(notices);
            rejected(rows.rejected()).forEach(notices);
        }
        return next;
    }

    /** Both say in the same words who leaves, what is no event, and what has no time. */
    private static MemberEvents events(MembershipBatch batch) {
        return new MemberEvents(batch.keys(), batch.times());
    }

    private static Option<String> rejected(RejectedRows rejected) {
        return rejected.samples().headOption().map(first -> sentence(rejected, first));
    }

    private static String sentence(RejectedRows rejected, RejectedRow first) {
        Seq<String> reasons = rejected.counts()
                .toVector()
                .sortBy(reason -> reason._1())
                .map(reason -> reason._2() + " "
                        + reason._1().name().toLowerCase(Locale.ROOT).replace('_', ' '));
        return "Rows that are no events: " + reasons.mkString(", ") + "; the first is on line " + first.line() + " of "
                + first.file();
    }

    @Override
    public void close() {
        rows.close();
    }
}
