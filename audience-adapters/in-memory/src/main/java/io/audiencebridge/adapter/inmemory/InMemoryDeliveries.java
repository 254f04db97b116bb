// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.inmemory;

import io.audiencebridge.domain.audience.AudienceRef;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.identity.DataSource;
import io.audiencebridge.domain.member.KeySource;
import io.audiencebridge.domain.member.TextKeys;
import io.audiencebridge.domain.sharing.Waiting;
import io.audiencebridge.domain.spi.connector.DeliveryDays;
import io.audiencebridge.domain.spi.connector.MemberChanges;
import io.audiencebridge.domain.spi.connector.MemberDelivery;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;

/** Members told delivery by delivery, in the order in which they were delivered. Positions count deliveries. */
final class InMemoryDeliveries implements MemberChanges, DeliveryDays {
    private final InMemoryWorld world;
    private final Set<LocalDate> missed = new ConcurrentSkipListSet<>();
    private final Map<String, Vector<Delivery>> delivered = new ConcurrentHashMap<>();

    InMemoryDeliveries(InMemoryWorld world) {
        this.world = world;
    }

    /** Delivers everybody who is in the audience now. */
    void all(AudienceRef audience) {
        world.audience(audience.id())
                .forEach(members -> add(audience, new Delivery(true, true, List.copyOf(members.keys()), List.of())));
    }

    /** Delivers a change. */
    void change(AudienceRef audience, Collection<String> entering, Collection<String> leaving) {
        add(audience, new Delivery(false, true, List.copyOf(entering), List.copyOf(leaving)));
    }

    /** Begins a delivery that is not complete. */
    void begin(AudienceRef audience) {
        add(audience, new Delivery(false, false, List.of(), List.of()));
    }

    /** A delivery was due on {@code day} and did not come. */
    void miss(LocalDate day) {
        missed.add(day);
    }

    @Override
    public Either<BridgeError, Seq<LocalDate>> missing(AudienceRef audience, DataSource dataSource, Call call) {
        return call.check().map(open -> Vector.ofAll(missed));
    }

    @Override
    public Either<BridgeError, MemberDelivery> after(
            AudienceRef audience, DataSource dataSource, Option<String> since, Call call) {
        return call.check().flatMap(open -> world.audience(audience.id())).flatMap(members -> next(audience, since));
    }

    private Either<BridgeError, MemberDelivery> next(AudienceRef audience, Option<String> since) {
        Vector<Delivery> all = delivered.getOrDefault(audience.id(), Vector.empty());
        int from = since.map(Integer::parseInt).getOrElse(0);
        Seq<Integer> full = Vector.range(from, all.size())
                .filter(at -> all.get(at).full() && all.get(at).complete());
        if (full.nonEmpty()) {
            return Either.right(new MemberDelivery.Full(position(full.last()), rows(all.get(full.last()))));
        }
        if (from == all.size()) {
            return Either.right(since.isDefined() ? new MemberDelivery.UpToDate() : notYet("nothing was delivered"));
        }
        Delivery oldest = all.get(from);
        if (!oldest.complete()) {
            return Either.right(notYet("a delivery is not complete"));
        }
        return since.isEmpty()
                ? Either.left(BridgeError.Conflict.of(
                        "Audience " + audience + " was only delivered as changes; have it delivered as a whole first"))
                : Either.right(new MemberDelivery.Change(position(from), rows(oldest), Vector.empty()));
    }

    private void add(AudienceRef audience, Delivery delivery) {
        delivered.merge(audience.id(), Vector.of(delivery), Vector::appendAll);
    }

    private static MemberDelivery notYet(String because) {
        return new MemberDelivery.NotYet(new Waiting(Instant.EPOCH, because));
    }

    /** The position behind the delivery at {@code index}. */
    private static String position(int index) {
        return Integer.toString(index + 1);
    }

    private static KeySource rows(Delivery delivery) {
        Vector<Named> rows = Vector.ofAll(delivery.entering())
                .map(key -> new Named(key, (byte) 0))
                .appendAll(Vector.ofAll(delivery.leaving()).map(key -> new Named(key, TextKeys.LEAVING)));
        return new BatchSource<>(rows, (named, batch) -> {
            byte[] text = named.key().getBytes(StandardCharsets.UTF_8);
            batch.key(text, 0, text.length, named.marks());
        });
    }

    private record Delivery(boolean full, boolean complete, List<String> entering, List<String> leaving) {}

    private record Named(String key, byte marks) {}
}
