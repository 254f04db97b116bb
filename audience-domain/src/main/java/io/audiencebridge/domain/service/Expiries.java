// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.service;

import io.audiencebridge.domain.sharing.Expiring;
import io.audiencebridge.domain.sharing.Expiry;
import io.audiencebridge.domain.sharing.Route;
import io.audiencebridge.domain.sharing.RunRecord;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What of a run ends by itself. */
final class Expiries {
    private static final Seq<Expiring> OF_VISITORS =
            Vector.of(Expiring.INBOUND_FILE, Expiring.RAW_LOGS, Expiring.VISITOR_PROFILE);
    private static final Seq<Expiring> OF_DECLARED =
            Vector.of(Expiring.INBOUND_FILE, Expiring.RAW_LOGS, Expiring.ID_MAPPING, Expiring.DECLARED_PROFILE);
    private static final Seq<Expiring> OF_SYNCS = Vector.of(Expiring.INBOUND_FILE, Expiring.ID_MAPPING);

    private Expiries() {}

    static List<Expiry> of(RunRecord record) {
        if (!record.state().isDelivered() || WorkflowFacts.route(record.facts()) == Route.SYSTEM) {
            return List.of();
        }
        Instant start = Receipts.delivered(record);
        return membership(record.facts(), start)
                .appendAll(kinds(record).map(kind -> kind.from(start)))
                .sortBy(Expiry::at)
                .asJava();
    }

    private static Vector<Expiry> membership(Map<String, String> facts, Instant start) {
        return Option.of(facts.get(ShareSteps.TIME_TO_LIVE))
                .map(time -> Expiring.membership(start, Duration.parse(time)))
                .toVector();
    }

    private static Seq<Expiring> kinds(RunRecord record) {
        if (ReceiveFacts.isReceive(record.facts())) {
            return Vector.of(Expiring.PLATFORM_EXIT);
        }
        if (SyncFacts.isSync(record.facts())) {
            return Receipts.files(record).isEmpty() ? Vector.empty() : OF_SYNCS;
        }
        if (!ShareFacts.isShare(record.facts())) {
            return Vector.of(Expiring.OUTBOUND_FILE);
        }
        if (Receipts.files(record).isEmpty()) {
            return Vector.empty();
        }
        return KeyFacts.isDeclared(record.facts()) ? OF_DECLARED : OF_VISITORS;
    }
}
