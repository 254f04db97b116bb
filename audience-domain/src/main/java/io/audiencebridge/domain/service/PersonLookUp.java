// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.service;

import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.diagnosis.ExplainRequest.Person;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.identity.DataSource;
import io.audiencebridge.domain.identity.RecipientId;
import io.audiencebridge.domain.identity.ReconciliationKey.Declared;
import io.audiencebridge.domain.identity.ReconciliationKey.Visitor;
import io.audiencebridge.domain.member.IdSet;
import io.audiencebridge.domain.member.IdSetBuilder;
import io.audiencebridge.domain.member.KeySource;
import io.audiencebridge.domain.member.TextKeys;
import io.audiencebridge.domain.reconcile.KeyPacker;
import io.audiencebridge.domain.sharing.RecipientRef;
import io.audiencebridge.domain.spi.connector.KeyLookups;
import io.audiencebridge.domain.spi.connector.PersonKeys;
import io.audiencebridge.domain.system.ConnectionName;
import io.vavr.collection.LinkedHashSet;
import io.vavr.collection.Set;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Finds out who a person is: the recipient of a key, the keys of a recipient, and whether the person opted out. Tells each as a fact, without an id. Not thread-safe. */
final class PersonLookUp {
    private final DataSource dataSource;
    private final Connectors connectors;
    private final Infrastructure infrastructure;
    private final FactChain chain;
    private final Call call;
    private final KeyPacker packer;
    private final IdSetBuilder fingerprints = new IdSetBuilder();
    private Set<RecipientRef> recipients = LinkedHashSet.empty();
    private long valid;
    private long invalid;
    private boolean optedOut;
    private boolean isLookedUp;

    PersonLookUp(
            DataSource dataSource, Connectors connectors, Infrastructure infrastructure, FactChain chain, Call call) {
        this.dataSource = dataSource;
        this.connectors = connectors;
        this.infrastructure = infrastructure;
        this.chain = chain;
        this.call = call;
        this.packer = KeyPacker.ofRecipients(dataSource.key(), true);
    }

    PersonFacts of(Person person) {
        if (person instanceof Person.Recipient named) {
            recipients = LinkedHashSet.of(named.recipient());
        } else {
            String stored = person instanceof Person.Declared declared
                    ? declared.value()
                    : ((Person.Visitor) person).visitor().digits();
            given(stored);
            recipientsOf(stored);
        }
        recipients.forEach(this::keysOf);
        IdSet all = fingerprints.build();
        remembered(all);
        return new PersonFacts(recipients, all, invalid, optedOut, isLookedUp);
    }

    /** Left: {@code InvalidRequest} when the person is named by an id that the data source does not go by. */
    Either<BridgeError, Person> check(Person person) {
        boolean byVisitor = dataSource.key() instanceof Visitor;
        if (person instanceof Person.Declared && byVisitor) {
            return wrong("is named by a declared id, and the data source goes by visitor ids");
        }
        return person instanceof Person.Visitor && !byVisitor
                ? wrong("is named by a visitor id, and the data source goes by declared ids")
                : Either.right(person);
    }

    private static Either<BridgeError, Person> wrong(String why) {
        return Either.left(
                BridgeError.InvalidRequest.of("person", why + "; name the recipient, or take the other data source"));
    }

    private void given(String stored) {
        boolean sound = take(stored);
        chain.add(
                "request",
                sound ? "The id is a valid key of the data source" : "The id is no valid key of the data source");
    }

    private boolean take(String stored) {
        byte[] text = stored.getBytes(StandardCharsets.UTF_8);
        boolean sound = packer.pack(text, 0, text.length);
        if (sound) {
            fingerprints.add(packer.high(), packer.low());
            valid++;
        } else {
            invalid++;
        }
        return sound;
    }

    private void recipientsOf(String stored) {
        DataSource local = local(dataSource);
        connectors
                .offering(KeyLookups.class)
                .forEach((name, lookups) -> lookups.recipientsWith(OptOutLookUps.rows(Vector.of(stored)), local, call)
                        .flatMap(rows -> Sending.drain(rows, call, batch -> named(name, batch, stored)))
                        .peek(read -> found(name))
                        .peekLeft(error -> chain.unasked(name.value(), error)));
    }

    private Either<BridgeError, Integer> named(ConnectionName connection, TextKeys batch, String stored) {
        KeyPacker theirs = KeyPacker.ofRecipients(dataSource.key(), true);
        byte[] text = stored.getBytes(StandardCharsets.UTF_8);
        boolean sound = packer.pack(text, 0, text.length);
        for (int row = 0; row < batch.size(); row++) {
            boolean same = sound
                    && !batch.has(row, TextKeys.KEYLESS)
                    && theirs.pack(batch.text(), batch.start(row), batch.end(row))
                    && theirs.high() == packer.high()
                    && theirs.low() == packer.low();
            if (same) {
                recipients = recipients.add(new RecipientRef(
                        connection, new RecipientId(batch.recipientHigh(row), batch.recipientLow(row))));
            }
        }
        return Either.right(batch.size());
    }

    private void found(ConnectionName connection) {
        isLookedUp = true;
        int here = recipients.count(each -> each.connection().equals(connection));
        chain.add(
                connection.value(),
                switch (here) {
                    case 0 -> "No recipient has this key";
                    case 1 -> "One recipient has this key";
                    default ->
                        here
                                + " recipients have this key, which is ambiguous; an import's policy decides who of them enters, all by default (SEMANTICS S4)";
                });
    }

    private void keysOf(RecipientRef recipient) {
        String where = recipient.connection().value();
        connectors
                .ability(recipient.connection(), PersonKeys.class)
                .flatMap(people -> people.keysOf(recipient.recipient(), dataSource, call))
                .flatMap(this::counted)
                .peek(told -> {
                    isLookedUp = true;
                    chain.add(where, told);
                })
                .peekLeft(error -> chain.unasked(where, error));
    }

    private Either<BridgeError, String> counted(KeySource rows) {
        long[] seen = new long[2];
        long validBefore = valid;
        long invalidBefore = invalid;
        return Sending.drain(rows, call, batch -> {
                    for (int row = 0; row < batch.size(); row++) {
                        seen[0]++;
                        seen[1] += batch.has(row, TextKeys.OPTED_OUT) ? 1 : 0;
                        if (!batch.has(row, TextKeys.KEYLESS)) {
                            key(batch, row);
                        }
                    }
                    return Either.right(batch.size());
                })
                .map(read -> {
                    optedOut |= seen[1] > 0;
                    return told(seen[0], valid - validBefore, invalid - invalidBefore, seen[1] > 0);
                });
    }

    private void key(TextKeys batch, int row) {
        if (packer.pack(batch.text(), batch.start(row), batch.end(row))) {
            fingerprints.add(packer.high(), packer.low());
            valid++;
        } else {
            invalid++;
        }
    }

    private static String told(long rows, long sound, long unsound, boolean out) {
        if (rows == 0) {
            return "There is no such recipient, or none with a key";
        }
        return "The recipient is there, has " + sound + (sound == 1 ? " valid key" : " valid keys")
                + (unsound > 0 ? " and " + unsound + " that " + (unsound == 1 ? "is" : "are") + " not" : "")
                + (out ? ", and opted out" : "");
    }

    /** SEMANTICS S23. Nothing is learned from a question. */
    private void remembered(IdSet keys) {
        if (infrastructure.suppressions().isEmpty()) {
            chain.add(FactChain.SUPPRESSIONS, "There is none, so nobody is remembered as opted out");
            return;
        }
        SuppressedPeople.of(infrastructure)
                .peek(people -> {
                    boolean out = isRemembered(people, keys);
                    optedOut |= out;
                    chain.add(
                            FactChain.SUPPRESSIONS,
                            out
                                    ? "The person is remembered as opted out"
                                    : "The person is not among those who opted out");
                })
                .peekLeft(error -> chain.unasked(FactChain.SUPPRESSIONS, error));
    }

    private boolean isRemembered(SuppressedPeople people, IdSet keys) {
        boolean out = recipients.exists(each -> people.check(each.connection(), dataSource.key())
                .recipient(each.recipient().high(), each.recipient().low()));
        SuppressionCheck check = people.check(new ConnectionName("any"), dataSource.key());
        for (int i = 0; i < keys.size() && !out; i++) {
            out = check.key(keys.high(i), keys.low(i));
        }
        return out;
    }

    /** A key that travels hashed or encrypted is looked up as it is stored; it does not leave the system that holds it. */
    private static DataSource local(DataSource dataSource) {
        return dataSource.key() instanceof Declared declared && declared.stored() != declared.wire()
                ? DataSource.builder()
                        .from(dataSource)
                        .key(Declared.builder()
                                .from(declared)
                                .wire(declared.stored())
                                .cipher(Optional.empty())
                                .build())
                        .build()
                : dataSource;
    }
}
