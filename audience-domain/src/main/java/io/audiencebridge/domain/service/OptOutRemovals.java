// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.service;

import io.audiencebridge.domain.audience.AudienceRef;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.identity.DataSource;
import io.audiencebridge.domain.identity.KeyFingerprinter;
import io.audiencebridge.domain.member.IdSet;
import io.audiencebridge.domain.member.IdSetBuilder;
import io.audiencebridge.domain.member.TextKeys;
import io.audiencebridge.domain.sharing.OptOutLeg.Kind;
import io.audiencebridge.domain.sharing.RecipientRef;
import io.audiencebridge.domain.spi.connector.MemberWriter;
import io.audiencebridge.domain.spi.connector.WriteOrder;
import io.audiencebridge.domain.spi.connector.WriteSummary;
import io.audiencebridge.domain.spi.engine.LedgerKey;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Takes a person out of the audiences into which the ledger says that he or she was shared, and out of lists. */
final class OptOutRemovals {
    private final Connectors connectors;
    private final Infrastructure infrastructure;
    private final OptOutRegister register;
    private final OptOutLegs legs;
    private final Call call;

    OptOutRemovals(
            Connectors connectors, Infrastructure infrastructure, OptOutRegister register, OptOutLegs legs, Call call) {
        this.connectors = connectors;
        this.infrastructure = infrastructure;
        this.register = register;
        this.legs = legs;
        this.call = call;
    }

    /** Writes a removal row for each audience in which the person is. */
    void fromAudiences(Seq<SharedBefore> shares, PersonAtHand person) {
        shares.groupBy(SharedBefore::page)
                .toVector()
                .sortBy(page -> page._1().audience().toString())
                .forEach(page -> fromAudience(page._1(), page._2(), person));
    }

    /** Takes the recipient out of {@code list}. */
    void fromList(AudienceRef list, PersonAtHand person, DataSource dataSource) {
        IdSetBuilder ids = new IdSetBuilder();
        person.recipients()
                .map(RecipientRef.class::cast)
                .filter(each -> each.connection().equals(list.connection()))
                .forEach(each ->
                        ids.add(each.recipient().high(), each.recipient().low()));
        IdSet recipients = ids.build();
        if (recipients.size() == 0) {
            legs.pending(
                    Kind.LEAVE_LIST,
                    list.toString(),
                    "Which recipient of the connection is meant is not known; name the recipient in the request");
            return;
        }
        written(list, dataSource, now(), sink -> Sending.recipients(recipients, sink, (byte) 0, "opting out", call))
                .peek(summary -> legs.done(Kind.LEAVE_LIST, list.toString(), recipients.size()))
                .peekLeft(error -> legs.failed(Kind.LEAVE_LIST, list.toString(), 0, error));
    }

    private void fromAudience(LedgerKey page, Seq<SharedBefore> shares, PersonAtHand person) {
        SharedBefore last = shares.last();
        String at = page.audience().toString();
        Seq<String> wire = shares.map(share -> share.request().dataSource())
                .distinct()
                .flatMap(person::wire)
                .distinct();
        if (wire.isEmpty()) {
            return;
        }
        if (shares.exists(SharedBefore::isAtWork)) {
            legs.pending(
                    Kind.LEAVE_AUDIENCE,
                    at,
                    "Run "
                            + shares.filter(SharedBefore::isAtWork)
                                    .head()
                                    .record()
                                    .run() + " may be sending members to it now; repeat the request when it is over");
        }
        IdSetBuilder prints = new IdSetBuilder();
        wire.forEach(key -> prints.add(print(key).high(), print(key).low()));
        Either<BridgeError, Seq<String>> inside = new Shared(infrastructure)
                .among(page, prints.build())
                .map(known -> wire.filter(
                        key -> known.contains(print(key).high(), print(key).low())));
        inside.flatMap(keys -> leave(page, last, keys))
                .peek(rows -> tell(at, inside.get().size(), rows))
                .peekLeft(error -> legs.failed(Kind.LEAVE_AUDIENCE, at, 0, error));
    }

    /** Audiences in which the person never was are passed over in silence. */
    private void tell(String at, int inside, int rows) {
        if (inside > 0) {
            legs.done(Kind.LEAVE_AUDIENCE, at, rows);
        }
    }

    /** Right: rows written now; a row that an earlier attempt wrote is not written again. */
    private Either<BridgeError, Integer> leave(LedgerKey page, SharedBefore share, Seq<String> inside) {
        String deed = "left " + page.audience() + " " + page.dataSourceId();
        return Either.sequenceRight(inside.map(key -> register.isDone(
                                deed, print(key).high(), print(key).low())
                        .map(done -> done ? Vector.<String>empty() : Vector.of(key))))
                .map(left -> left.flatMap(keys -> keys))
                .flatMap(keys -> keys.isEmpty() ? Either.right(0) : leave(share, keys, deed));
    }

    private Either<BridgeError, Integer> leave(SharedBefore share, Seq<String> keys, String deed) {
        TextKeys rows = OptOutLookUps.rows(keys);
        return connectors
                .ability(share.request().to(), MemberWriter.class)
                .flatMap(writer -> writer.freeStamp(share.order(), now(), call))
                .flatMap(stamp ->
                        written(share.audience(), share.request().dataSource(), stamp, sink -> sink.accept(rows)))
                .flatMap(summary -> Either.sequenceRight(keys.map(
                        key -> register.done(deed, print(key).high(), print(key).low()))))
                .map(done -> keys.size());
    }

    private Either<BridgeError, WriteSummary> written(
            AudienceRef audience, DataSource dataSource, Instant stamp, Rows rows) {
        WriteOrder order = WriteOrder.builder()
                .audience(audience)
                .dataSource(dataSource)
                .change(WriteOrder.Change.REMOVE)
                .stamp(stamp)
                .build();
        return connectors
                .ability(audience.connection(), MemberWriter.class)
                .flatMap(writer -> writer.open(order, call))
                .flatMap(sink -> rows.into(sink).peekLeft(error -> sink.abort()).flatMap(sent -> sink.finish()));
    }

    private Instant now() {
        return infrastructure.clock().instant().truncatedTo(ChronoUnit.SECONDS);
    }

    private static KeyFingerprinter print(String wire) {
        byte[] text = wire.getBytes(StandardCharsets.UTF_8);
        KeyFingerprinter print = new KeyFingerprinter();
        print.take(text, 0, text.length);
        return print;
    }

    /** Puts rows into a sink. */
    @FunctionalInterface
    private interface Rows {
        Either<BridgeError, Integer> into(io.audiencebridge.domain.member.KeySink<WriteSummary> sink);
    }
}
