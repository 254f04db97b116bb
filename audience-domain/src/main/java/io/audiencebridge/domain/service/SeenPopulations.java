// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.service;

import io.audiencebridge.domain.audience.AudienceDetails;
import io.audiencebridge.domain.audience.AudienceRef;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.sharing.ExportTally;
import io.audiencebridge.domain.sharing.Route;
import io.audiencebridge.domain.sharing.RunRecord;
import io.audiencebridge.domain.sharing.ShareRequest;
import io.audiencebridge.domain.spi.connector.AudienceCatalog;
import io.audiencebridge.domain.spi.connector.Population;
import io.audiencebridge.domain.spi.connector.Populations;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * Looks, once a snapshot, how many the receiving system counts, and writes down when a count first showed a run's members. Counts are not of people, and hold those of earlier
 * runs: a count shows new members if nobody was shared into the audience before, or if it grew since it was looked at first.
 */
final class SeenPopulations {
    static final String RECEIVED = "trait-population";
    static final String MEMBERS = "segment-population";
    static final String DISPLAYED = "library-display";

    private final Connectors connectors;
    private final Infrastructure infrastructure;

    SeenPopulations(Connectors connectors, Infrastructure infrastructure) {
        this.connectors = connectors;
        this.infrastructure = infrastructure;
    }

    /** The fact that holds when a count first showed members. */
    static String seen(String leg) {
        return "seen." + leg;
    }

    /** The fact that holds what was counted, in a sentence. */
    static String told(String leg) {
        return "count." + leg + ".told";
    }

    /** The fact that holds the first count, of a leg that a later count may show to be passed. */
    static String waited(String leg) {
        return "count." + leg + ".first";
    }

    /** The record with what was seen. What cannot be asked stays unseen: a timeline is of use without it. */
    Either<BridgeError, RunRecord> look(RunRecord record, Call call) {
        if (!isSent(record) || isSeen(record)) {
            return Either.right(record);
        }
        return ShareFacts.read(record.facts(), infrastructure.declaredIdCiphers())
                .flatMap(request -> {
                    AudienceRef audience =
                            new AudienceRef(request.to(), Facts.required(record.facts(), ShareSteps.AUDIENCE_ID));
                    return isFirst(record, request).flatMap(first -> {
                        Map<String, String> facts = new TreeMap<>();
                        counted(record, request, audience, first, facts, call);
                        displayed(record, audience, facts, call);
                        return facts.isEmpty()
                                ? Either.right(record)
                                : infrastructure.journal().save(Facts.with(record, facts));
                    });
                });
    }

    /** Whether the bridge handed rows over. */
    static boolean isSent(RunRecord record) {
        return record.state().isDelivered()
                && ShareFacts.isShare(record.facts())
                && WorkflowFacts.route(record.facts()) == Route.BRIDGE
                && TallyFacts.exported(record.facts()).map(ExportTally::rows).orElse(0L) > 0;
    }

    private static boolean isSeen(RunRecord record) {
        return Vector.of(RECEIVED, MEMBERS, DISPLAYED)
                .forAll(leg -> record.facts().containsKey(seen(leg)));
    }

    private void counted(
            RunRecord record,
            ShareRequest request,
            AudienceRef audience,
            boolean first,
            Map<String, String> facts,
            Call call) {
        Option<Populations> offered =
                connectors.offered(request.to(), Populations.class).getOrElse(Option.none());
        if (offered.isEmpty()) {
            return;
        }
        Either<BridgeError, Population> population = offered.get().of(audience, request.dataSource(), call);
        population
                .peek(count -> {
                    count(record, RECEIVED, count.received(), first, facts);
                    count(record, MEMBERS, count.members(), first, facts);
                })
                .peekLeft(error -> {
                    facts.put(told(RECEIVED), "It could not be asked: " + error.message());
                    facts.put(told(MEMBERS), "It could not be asked: " + error.message());
                });
    }

    private void count(RunRecord record, String leg, OptionalLong count, boolean first, Map<String, String> facts) {
        if (record.facts().containsKey(seen(leg)) || count.isEmpty()) {
            return;
        }
        long now = count.getAsLong();
        long before = first ? 0 : Facts.number(record.facts(), waited(leg), now);
        facts.put(told(leg), now + " counted" + (now <= before && before > 0 ? ", as before" : ""));
        facts.put(waited(leg), Long.toString(before));
        if (now > before) {
            facts.put(seen(leg), infrastructure.clock().instant().toString());
        }
    }

    private void displayed(RunRecord record, AudienceRef audience, Map<String, String> facts, Call call) {
        if (record.facts().containsKey(seen(DISPLAYED))) {
            return;
        }
        connectors
                .offered(audience.connection(), AudienceCatalog.class)
                .getOrElse(Option.none())
                .forEach(catalog -> catalog.find(audience, call)
                        .peek(found -> shown(found.details(), facts))
                        .peekLeft(error -> facts.put(told(DISPLAYED), "It could not be asked: " + error.message())));
    }

    /** An estimate is of a rule, not of a displayed audience. */
    private void shown(AudienceDetails details, Map<String, String> facts) {
        long size = details.sizeIsEstimate() ? 0 : details.size().orElse(0);
        facts.put(waited(DISPLAYED), "0");
        facts.put(told(DISPLAYED), "'" + details.title() + "' is listed with " + size);
        if (size > 0) {
            facts.put(seen(DISPLAYED), infrastructure.clock().instant().toString());
        }
    }

    /** Whether nobody was shared into the audience by an earlier run. */
    private Either<BridgeError, Boolean> isFirst(RunRecord record, ShareRequest request) {
        return SharedBefore.all(infrastructure)
                .map(shares -> shares.forAll(share -> share.record().run().equals(record.run())
                        || !share.record().state().isDelivered()
                        || share.record().started().isAfter(record.started())
                        || !share.audience()
                                .equals(new AudienceRef(
                                        request.to(), Facts.required(record.facts(), ShareSteps.AUDIENCE_ID)))));
    }
}
