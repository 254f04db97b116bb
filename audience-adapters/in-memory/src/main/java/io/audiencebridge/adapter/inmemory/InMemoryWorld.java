// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.inmemory;

import io.audiencebridge.domain.audience.Audience;
import io.audiencebridge.domain.audience.AudienceDetails;
import io.audiencebridge.domain.audience.AudienceRef;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.identity.RecipientId;
import io.audiencebridge.domain.system.ConnectionName;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** What an in-memory system holds. */
final class InMemoryWorld {
    private final ConnectionName connection;
    private final boolean ofRecipients;
    private final Map<RecipientId, InMemoryRecipient> recipients = new ConcurrentSkipListMap<>();
    private final Map<RecipientId, Long> changes = new ConcurrentHashMap<>();
    private final AtomicLong clock = new AtomicLong();
    private final Map<String, Members> audiences = new ConcurrentHashMap<>();
    private final AtomicInteger ids = new AtomicInteger();
    private volatile Optional<Duration> timeToLive = Optional.empty();

    InMemoryWorld(ConnectionName connection, boolean ofRecipients) {
        this.connection = connection;
        this.ofRecipients = ofRecipients;
    }

    void forgetAfter(Duration time) {
        timeToLive = Optional.of(time);
    }

    /** How long a member stays; empty for ever. */
    Optional<Duration> timeToLive() {
        return timeToLive;
    }

    void put(InMemoryRecipient recipient) {
        recipients.put(recipient.id(), recipient);
        changes.put(recipient.id(), clock.incrementAndGet());
    }

    ConnectionName connection() {
        return connection;
    }

    /** How many changes of recipients there were. */
    long changes() {
        return clock.get();
    }

    /** The recipients whose last change came after the first {@code count} ones. */
    Collection<InMemoryRecipient> changedAfter(long count) {
        return recipients.values().stream()
                .filter(recipient -> changes.getOrDefault(recipient.id(), 0L) > count)
                .toList();
    }

    Option<InMemoryRecipient> recipient(RecipientId id) {
        return Option.of(recipients.get(id));
    }

    Collection<InMemoryRecipient> recipients() {
        return List.copyOf(recipients.values());
    }

    Members create(String title) {
        AudienceRef ref = new AudienceRef(connection, Integer.toString(ids.incrementAndGet()));
        Members members = new Members(ref, title, new ConcurrentSkipListSet<>(), new ConcurrentSkipListSet<>());
        audiences.put(ref.id(), members);
        return members;
    }

    Seq<Members> audiences() {
        return Vector.ofAll(audiences.values())
                .sortBy(members -> -Integer.parseInt(members.ref().id()));
    }

    Option<Members> titled(String title) {
        return audiences().find(members -> members.title().equals(title));
    }

    Either<BridgeError, Members> audience(String id) {
        return Option.of(audiences.get(id))
                .toEither(() -> BridgeError.NotFound.of("Audience '" + id + "' is not in connection '" + connection
                        + "'; browse the connection for its audiences"));
    }

    Audience describe(Members members) {
        AudienceDetails details = AudienceDetails.builder()
                .ref(members.ref())
                .title(members.title())
                .size(
                        ofRecipients
                                ? members.recipients().size()
                                : members.keys().size())
                .build();
        return ofRecipients ? new Audience.RecipientList(details) : new Audience.SharedAudience(details);
    }

    boolean isOfRecipients() {
        return ofRecipients;
    }

    /** One audience and who is in it: recipients in a system of recipients, keys in a system of keys. */
    record Members(AudienceRef ref, String title, Set<RecipientId> recipients, Set<String> keys) {}
}
