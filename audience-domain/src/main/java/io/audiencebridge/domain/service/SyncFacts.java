// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.service;

import io.audiencebridge.domain.audience.AudienceRef;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.identity.DataSource;
import io.audiencebridge.domain.identity.DeclaredIdCipher;
import io.audiencebridge.domain.sharing.Complement;
import io.audiencebridge.domain.sharing.SyncRequest;
import io.audiencebridge.domain.sharing.SyncTally;
import io.audiencebridge.domain.system.ConnectionName;
import io.vavr.control.Either;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A request to synchronise ids, and what became of the recipients, as facts of a run record. */
final class SyncFacts {
    private static final String KIND = "kind";
    private static final String SYNC = "sync";

    private SyncFacts() {}

    static boolean isSync(Map<String, String> facts) {
        return SYNC.equals(facts.get(KIND));
    }

    static Map<String, String> write(SyncRequest request) {
        Map<String, String> facts = new TreeMap<>();
        facts.put(KIND, SYNC);
        facts.put("list.connection", request.list().connection().value());
        facts.put("list.id", request.list().id());
        facts.put("to", request.to().value());
        facts.put("visitors.id", Long.toString(request.visitors().id()));
        facts.put("visitors.targetingDimension", request.visitors().targetingDimension());
        DataSourceFacts.write(request.declared(), facts);
        return facts;
    }

    static Either<BridgeError, SyncRequest> read(Map<String, String> facts, Map<String, DeclaredIdCipher> ciphers) {
        try {
            ConnectionName connection = new ConnectionName(Facts.required(facts, "list.connection"));
            DataSource.Builder visitors = DataSource.builder();
            visitors.from(DataSource.visitor(Facts.number(facts, "visitors.id")));
            visitors.targetingDimension(Facts.required(facts, "visitors.targetingDimension"));
            return Either.right(SyncRequest.builder()
                    .list(new AudienceRef(connection, Facts.required(facts, "list.id")))
                    .to(new ConnectionName(Facts.required(facts, "to")))
                    .visitors(visitors.build())
                    .declared(DataSourceFacts.read(facts, ciphers))
                    .build());
        } catch (IllegalArgumentException damaged) {
            return Either.left(Facts.damaged(damaged));
        }
    }

    static Map<String, String> write(SyncTally tally) {
        Map<String, String> facts = new TreeMap<>();
        facts.put("sync.read", Long.toString(tally.read()));
        facts.put("sync.synced", Long.toString(tally.synced()));
        facts.put("sync.alreadySynced", Long.toString(tally.alreadySynced()));
        facts.put("sync.renewed", Long.toString(tally.renewed()));
        facts.put("sync.pairs", Long.toString(tally.pairs()));
        facts.putAll(TallyFacts.write("sync.", tally.complement()));
        return facts;
    }

    static Optional<SyncTally> tally(Map<String, String> facts) {
        if (!facts.containsKey("sync.read")) {
            return Optional.empty();
        }
        Complement complement = TallyFacts.complement("sync.", facts);
        return Optional.of(SyncTally.builder()
                .read(Facts.number(facts, "sync.read"))
                .synced(Facts.number(facts, "sync.synced"))
                .alreadySynced(Facts.number(facts, "sync.alreadySynced"))
                .renewed(Facts.number(facts, "sync.renewed"))
                .pairs(Facts.number(facts, "sync.pairs"))
                .complement(complement)
                .build());
    }
}
