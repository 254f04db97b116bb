// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.service;

import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.identity.DataSource;
import io.audiencebridge.domain.identity.RecipientId;
import io.audiencebridge.domain.member.IdSet;
import io.audiencebridge.domain.member.IdSetBuilder;
import io.audiencebridge.domain.member.TextKeys;
import io.audiencebridge.domain.member.TextKeysBuilder;
import io.audiencebridge.domain.sharing.OptOutLeg.Kind;
import io.audiencebridge.domain.sharing.RecipientRef;
import io.audiencebridge.domain.spi.connector.KeyLookups;
import io.audiencebridge.domain.spi.connector.PersonKeys;
import io.audiencebridge.domain.system.ConnectionName;
import io.vavr.collection.Seq;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.nio.charset.StandardCharsets;

/** Finds out more of a person: the recipient of some keys, and the keys of a recipient. So a new e-mail address does not bring somebody back (SEMANTICS S23). */
final class OptOutLookUps {
    private final Connectors connectors;
    private final Seq<DataSource> dataSources;
    private final OptOutLegs legs;
    private final Call call;
    private boolean asked;

    OptOutLookUps(Connectors connectors, Seq<DataSource> dataSources, OptOutLegs legs, Call call) {
        this.connectors = connectors;
        this.dataSources = dataSources;
        this.legs = legs;
        this.call = call;
    }

    /** Adds to {@code person} what can be found. */
    void widen(PersonAtHand person) {
        if (person.recipients().isEmpty()) {
            connectors.offering(KeyLookups.class).forEach((name, lookups) -> recipientOf(person, name, lookups));
            if (!asked) {
                legs.pending(
                        Kind.LOOK_UP,
                        "recipients",
                        "Nobody can be looked up by these keys, such as by an e-mail address that travels hashed; name the recipient's id, so that a new key does not bring the person back");
            }
        }
        for (RecipientRef recipient : person.recipients()) {
            keysOf(person, recipient);
        }
    }

    private void recipientOf(PersonAtHand person, ConnectionName connection, KeyLookups lookups) {
        IdSetBuilder found = new IdSetBuilder();
        for (DataSource source : dataSources.filter(each -> LookedUp.isPossible(each.key()))) {
            Seq<String> wire = person.wire(source);
            if (!wire.isEmpty()) {
                asked = true;
                Either<BridgeError, Boolean> read = lookups.recipientsWith(rows(wire), source, call)
                        .flatMap(rows -> Sending.drain(rows, call, batch -> named(batch, wire, found)));
                if (read.isLeft()) {
                    legs.failed(Kind.LOOK_UP, connection.value(), 0, read.getLeft());
                    return;
                }
            }
        }
        IdSet recipients = found.build();
        if (recipients.size() > 1) {
            legs.pending(
                    Kind.LOOK_UP,
                    connection.value(),
                    recipients.size()
                            + " recipients have one of these keys; the keys are suppressed for all of them. Name the recipient who opted out");
        } else if (recipients.size() == 1) {
            person.add(new RecipientRef(connection, new RecipientId(recipients.high(0), recipients.low(0))));
            legs.done(Kind.LOOK_UP, connection.value(), 1);
        }
    }

    /** Rows may be there that name none of the keys. */
    private static Either<BridgeError, Integer> named(TextKeys batch, Seq<String> wire, IdSetBuilder found) {
        for (int row = 0; row < batch.size(); row++) {
            if (!batch.has(row, TextKeys.KEYLESS) && wire.contains(text(batch, row))) {
                found.add(batch.recipientHigh(row), batch.recipientLow(row));
            }
        }
        return Either.right(batch.size());
    }

    private void keysOf(PersonAtHand person, RecipientRef recipient) {
        Either<BridgeError, Option<PersonKeys>> offered = connectors.offered(recipient.connection(), PersonKeys.class);
        if (offered.isLeft()) {
            legs.failed(Kind.LOOK_UP, recipient.connection().value(), 0, offered.getLeft());
            return;
        }
        if (offered.get().isEmpty()) {
            legs.pending(
                    Kind.LOOK_UP,
                    recipient.connection().value(),
                    "The connection cannot look up a recipient's keys; name all keys of the person in the request");
            return;
        }
        long found = 0;
        for (DataSource source : dataSources) {
            Either<BridgeError, Long> more =
                    more(person, recipient, source, offered.get().get());
            if (more.isLeft()) {
                legs.failed(Kind.LOOK_UP, recipient.connection().value(), found, more.getLeft());
                return;
            }
            found += more.get();
        }
        legs.done(Kind.LOOK_UP, recipient.connection().value(), found);
    }

    private Either<BridgeError, Long> more(
            PersonAtHand person, RecipientRef recipient, DataSource source, PersonKeys keys) {
        long[] found = new long[1];
        return keys.keysOf(recipient.recipient(), source, call)
                .flatMap(rows -> Sending.drain(rows, call, batch -> {
                    for (int row = 0; row < batch.size(); row++) {
                        boolean isNew = !batch.has(row, TextKeys.KEYLESS) && person.add(source.key(), text(batch, row));
                        found[0] += isNew ? 1 : 0;
                    }
                    return Either.right(batch.size());
                }))
                .map(read -> found[0]);
    }

    static TextKeys rows(Seq<String> keys) {
        TextKeysBuilder rows = new TextKeysBuilder();
        for (String key : keys) {
            byte[] text = key.getBytes(StandardCharsets.UTF_8);
            rows.recipient(0, 0).key(text, 0, text.length, (byte) 0);
        }
        return rows.build();
    }

    private static String text(TextKeys batch, int row) {
        return new String(batch.text(), batch.start(row), batch.end(row) - batch.start(row), StandardCharsets.UTF_8);
    }
}
