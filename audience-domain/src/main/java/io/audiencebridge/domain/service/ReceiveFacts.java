// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.service;

import io.audiencebridge.domain.audience.AudienceRef;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.identity.DeclaredIdCipher;
import io.audiencebridge.domain.reconcile.AmbiguityPolicy;
import io.audiencebridge.domain.sharing.EventTally;
import io.audiencebridge.domain.sharing.ReceiveRequest;
import io.audiencebridge.domain.system.ConnectionName;
import io.vavr.control.Either;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A request to receive, and what became of the events, as facts of a run record. */
final class ReceiveFacts {
    private static final String KIND = "kind";
    private static final String RECEIVE = "receive";

    private ReceiveFacts() {}

    static boolean isReceive(Map<String, String> facts) {
        return RECEIVE.equals(facts.get(KIND));
    }

    static Map<String, String> write(ReceiveRequest request) {
        Map<String, String> facts = new TreeMap<>();
        facts.put(KIND, RECEIVE);
        facts.put("audience.connection", request.audience().connection().value());
        facts.put("audience.id", request.audience().id());
        facts.put("into", request.into().value());
        facts.put("list", request.list());
        facts.put("ambiguity", request.ambiguity().name());
        facts.put("allowEmpty", Boolean.toString(request.allowEmpty()));
        facts.put("trustFirstExport", Boolean.toString(request.trustFirstExport()));
        KeyFacts.write(request.key(), facts);
        return facts;
    }

    static Either<BridgeError, ReceiveRequest> read(Map<String, String> facts, Map<String, DeclaredIdCipher> ciphers) {
        try {
            ConnectionName connection = new ConnectionName(Facts.required(facts, "audience.connection"));
            return Either.right(ReceiveRequest.builder()
                    .audience(new AudienceRef(connection, Facts.required(facts, "audience.id")))
                    .into(new ConnectionName(Facts.required(facts, "into")))
                    .list(Facts.required(facts, "list"))
                    .ambiguity(AmbiguityPolicy.valueOf(Facts.required(facts, "ambiguity")))
                    .allowEmpty(Boolean.parseBoolean(Facts.required(facts, "allowEmpty")))
                    .trustFirstExport(Boolean.parseBoolean(Facts.required(facts, "trustFirstExport")))
                    .key(KeyFacts.read(facts, ciphers))
                    .build());
        } catch (IllegalArgumentException damaged) {
            return Either.left(Facts.damaged(damaged));
        }
    }

    static Map<String, String> write(EventTally tally) {
        Map<String, String> facts = new TreeMap<>();
        facts.put("events.exports", Integer.toString(tally.exports()));
        facts.put("events.read", Long.toString(tally.read()));
        facts.put("events.realized", Long.toString(tally.realized()));
        facts.put("events.exited", Long.toString(tally.exited()));
        facts.put("events.stale", Long.toString(tally.stale()));
        facts.put("events.conflicting", Long.toString(tally.conflicting()));
        facts.put("events.invalid", Long.toString(tally.invalid()));
        return facts;
    }

    static Optional<EventTally> tally(Map<String, String> facts) {
        if (!facts.containsKey("events.read")) {
            return Optional.empty();
        }
        return Optional.of(EventTally.builder()
                .exports(Math.toIntExact(Facts.number(facts, "events.exports")))
                .read(Facts.number(facts, "events.read"))
                .realized(Facts.number(facts, "events.realized"))
                .exited(Facts.number(facts, "events.exited"))
                .stale(Facts.number(facts, "events.stale"))
                .conflicting(Facts.number(facts, "events.conflicting"))
                .invalid(Facts.number(facts, "events.invalid"))
                .build());
    }
}
