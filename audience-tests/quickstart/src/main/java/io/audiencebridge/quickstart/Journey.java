// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.quickstart;

import io.audiencebridge.domain.audience.Audience;
import io.audiencebridge.domain.audience.AudienceQuery;
import io.audiencebridge.domain.audience.AudienceRef;
import io.audiencebridge.domain.identity.DataSource;
import io.audiencebridge.domain.sharing.ImportRequest;
import io.audiencebridge.domain.sharing.Receipt;
import io.audiencebridge.domain.sharing.ShareRequest;
import io.audiencebridge.domain.sharing.Waiting;
import io.audiencebridge.domain.system.ConnectionName;
import io.audiencebridge.domain.system.SystemId;
import io.audiencebridge.sandbox.Sandbox;
import io.audiencebridge.sdk.AudienceBridge;
import io.vavr.Tuple;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import io.vavr.control.Option;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;

/** An audience travels there and back: a list is shared, and the audience comes back into another list. */
final class Journey {
    static final String AUDIENCE = "Quickstart";
    static final String LIST = "Back from Audience Manager";

    private static final ConnectionName CAMPAIGN = ConnectionName.of(SystemId.CAMPAIGN);
    private static final ConnectionName AUDIENCE_MANAGER = ConnectionName.of(SystemId.AUDIENCE_MANAGER);

    /** A file is usable within 48 hours (SEMANTICS S22); by then Audience Manager has delivered as well. */
    private static final Duration FILES_TRAVEL = Duration.ofDays(2);

    private static final Duration HALF_AN_HOUR = Duration.ofMinutes(30);
    private static final Duration MOMENT = Duration.ofMinutes(1);
    private static final int MOST_WAITS = 10;

    private final Sandbox sandbox;
    private final AudienceBridge bridge;
    private final DataSource dataSource;
    private final Narrator narrator;

    Journey(Sandbox sandbox, AudienceBridge bridge, DataSource dataSource, Narrator narrator) {
        this.sandbox = sandbox;
        this.bridge = bridge;
        this.dataSource = dataSource;
        this.narrator = narrator;
    }

    /** Goes there and back. Throws what the bridge throws. */
    Outcome travel(Option<Options.GivenAudience> given) throws IOException {
        Receipt exported = share(everybody());
        AudienceRef audience = audience(AUDIENCE_MANAGER, AUDIENCE).ref();
        advance(FILES_TRAVEL, "Audience Manager reads the file and delivers its own, once a day");
        if (given.isDefined()) {
            narrator.tell("Segment " + given.get().segment() + " of "
                    + given.get().file().getFileName() + " takes the place of what was delivered");
            new Delivery(sandbox, dataSource).replace(given.get(), audience.id());
        }
        Receipt imported = bringBack(audience);
        long listed = audience(CAMPAIGN, LIST).details().size().orElse(-1);
        return new Outcome(
                stored(exported),
                imported,
                LIST,
                listed,
                sizes(sandbox.outboundBucket()),
                sizes(sandbox.inboundBucket()));
    }

    private AudienceRef everybody() {
        AudienceRef everybody = new AudienceRef(CAMPAIGN, sandbox.campaignData().allRecipientsList());
        narrator.tell("Campaign offers:");
        bridge.browse(AudienceQuery.builder().connection(CAMPAIGN).build())
                .audiences()
                .forEach(list -> narrator.tell("  list " + list.title() + ", "
                        + Balance.written(list.details().size().orElse(0)) + " people"));
        return everybody;
    }

    private Receipt share(AudienceRef list) {
        narrator.tell("The list is shared as audience " + AUDIENCE);
        return delivered(bridge.share(ShareRequest.builder()
                .list(list)
                .to(AUDIENCE_MANAGER)
                .audience(AUDIENCE)
                .dataSource(dataSource)
                .build()));
    }

    /** The list is new, so that an empty audience can do no harm there. */
    private Receipt bringBack(AudienceRef audience) {
        narrator.tell("The audience is imported into list " + LIST);
        return delivered(bridge.importAudience(ImportRequest.builder()
                .audience(audience)
                .into(CAMPAIGN)
                .list(LIST)
                .dataSource(dataSource)
                .allowEmpty(true)
                .build()));
    }

    /** Lets virtual time pass for as long as the run waits. */
    private Receipt delivered(Receipt first) {
        Receipt receipt = first;
        for (int waits = 0; receipt.waiting().isPresent() && waits < MOST_WAITS; waits++) {
            Waiting waiting = receipt.waiting().get();
            Instant now = sandbox.clock().instant();
            Duration ahead = waiting.until().isAfter(now) ? Duration.between(now, waiting.until()) : Duration.ZERO;
            advance(ahead.plus(MOMENT), waiting.because());
            receipt = bridge.resume(receipt.run());
        }
        if (!receipt.state().isDelivered()) {
            throw new StrandedException("Run " + receipt.run() + " is still " + receipt.state() + " after "
                    + MOST_WAITS + " waits: "
                    + receipt.waiting().map(Waiting::because).orElse("nobody knows why"));
        }
        return receipt;
    }

    /** The receipt with what Audience Manager says it stored. */
    private Receipt stored(Receipt exported) {
        Receipt receipt = bridge.track(exported.run());
        for (int waits = 0; receipt.waiting().isPresent() && waits < MOST_WAITS; waits++) {
            Waiting waiting = receipt.waiting().get();
            advance(Duration.between(sandbox.clock().instant(), waiting.until()).plus(MOMENT), waiting.because());
            receipt = bridge.track(exported.run());
        }
        receipt.stored()
                .ifPresent(tally -> narrator.tell("Audience Manager stored " + Balance.written(tally.stored()) + " of "
                        + Balance.written(tally.sent()) + " rows"));
        return receipt;
    }

    private void advance(Duration time, String because) {
        long hours = time.plus(HALF_AN_HOUR).toHours();
        narrator.tell("The sandbox's clock goes on by " + hours + " h: " + because);
        sandbox.clock().advance(time);
    }

    private Audience audience(ConnectionName connection, String title) {
        return bridge.browse(AudienceQuery.builder()
                        .connection(connection)
                        .search(title)
                        .build())
                .audiences()
                .find(found -> found.title().equals(title))
                .getOrElseThrow(() -> new StrandedException("There is no audience '" + title + "' in " + connection));
    }

    private Map<String, Long> sizes(String bucket) {
        return LinkedHashMap.ofAll(
                sandbox.objects().list(bucket).stream(), object -> Tuple.of(object.key(), object.size()));
    }

    /** The journey cannot go on; no defect of the caller's. */
    static final class StrandedException extends RuntimeException {
        private static final long serialVersionUID = 1;

        StrandedException(String message) {
            super(message);
        }
    }
}
