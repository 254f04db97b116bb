// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.service;

import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.error.Incident;
import io.audiencebridge.domain.error.Violation;
import io.audiencebridge.domain.identity.DataSourceRules;
import io.audiencebridge.domain.identity.KeyFingerprinter;
import io.audiencebridge.domain.identity.KeyTranslator;
import io.audiencebridge.domain.identity.ReconciliationKey;
import io.audiencebridge.domain.identity.WebVisitor;
import io.audiencebridge.domain.sharing.LinkOutcome;
import io.audiencebridge.domain.sharing.LinkRequest;
import io.audiencebridge.domain.spi.connector.LinkOrder;
import io.audiencebridge.domain.spi.connector.VisitorLinks;
import io.audiencebridge.domain.system.ConnectionName;
import io.vavr.collection.Seq;
import io.vavr.control.Either;
import java.nio.charset.StandardCharsets;

/** Links visitors: brings the recipient's value into its wire form and hands the link to the system. */
final class Linking {
    /** Keys name people wherever they stand, so no connection is looked at. */
    private static final ConnectionName ANYWHERE = new ConnectionName("anywhere");

    private final Connectors connectors;
    private final Infrastructure infrastructure;

    Linking(Connectors connectors, Infrastructure infrastructure) {
        this.connectors = connectors;
        this.infrastructure = infrastructure;
    }

    Either<BridgeError, LinkOutcome> link(LinkRequest request, Call call) {
        Seq<Violation> wrong = DataSourceRules.forLinking(request.dataSource());
        if (!wrong.isEmpty()) {
            return Either.left(new BridgeError.InvalidRequest(wrong, Incident.local()));
        }
        return wire(request)
                .flatMap(id -> isSuppressed(request, id)
                        .flatMap(suppressed -> suppressed
                                ? Either.right(LinkOutcome.OPTED_OUT)
                                : connectors
                                        .ability(request.through(), VisitorLinks.class)
                                        .flatMap(links -> links.link(order(request, id), call))));
    }

    /** By the id, and by the visitor where the request names one; whom a cookie names, the system finds (SEMANTICS S23). */
    private Either<BridgeError, Boolean> isSuppressed(LinkRequest request, String id) {
        return SuppressedPeople.of(infrastructure)
                .map(people -> !people.isEmpty()
                        && (has(people, request.dataSource().key(), id)
                                || (request.visitor() instanceof WebVisitor.Known known
                                        && has(
                                                people,
                                                new ReconciliationKey.Visitor(),
                                                known.visitorId().digits()))));
    }

    private static boolean has(SuppressedPeople people, ReconciliationKey key, String wire) {
        byte[] text = wire.getBytes(StandardCharsets.UTF_8);
        KeyFingerprinter fingerprinter = new KeyFingerprinter();
        fingerprinter.take(text, 0, text.length);
        return people.check(ANYWHERE, key).key(fingerprinter.high(), fingerprinter.low());
    }

    private static LinkOrder order(LinkRequest request, String id) {
        return LinkOrder.builder()
                .visitor(request.visitor())
                .dataSource(request.dataSource())
                .id(id)
                .state(request.origin().state())
                .build();
    }

    private static Either<BridgeError, String> wire(LinkRequest request) {
        byte[] stored = request.recipient().getBytes(StandardCharsets.UTF_8);
        byte[] wire = new byte[KeyTranslator.LONGEST];
        int length = KeyTranslator.storedToWire(request.dataSource().key()).translate(stored, 0, stored.length, wire);
        return length == KeyTranslator.INVALID
                ? Either.left(
                        BridgeError.InvalidRequest.of(
                                "recipient",
                                "This is no valid value of the data source's key; give what the recipient's field holds, in its stored form"))
                : Either.right(new String(wire, 0, length, StandardCharsets.UTF_8));
    }
}
