// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.service;

import io.audiencebridge.domain.audience.AudienceRef;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.identity.DataSource;
import io.audiencebridge.domain.identity.RecipientId;
import io.audiencebridge.domain.member.KeySource;
import io.audiencebridge.domain.member.TextKeys;
import io.audiencebridge.domain.spi.connector.MemberFeed;
import io.audiencebridge.domain.spi.connector.MemberReader;
import io.vavr.control.Either;
import io.vavr.control.Option;

/** Looks whether a person is in a list now, by reading the list until the person is met: no system offers to ask for one. */
final class InList {
    private final DataSource dataSource;
    private final Connectors connectors;
    private final Call call;

    InList(DataSource dataSource, Connectors connectors, Call call) {
        this.dataSource = dataSource;
        this.connectors = connectors;
        this.call = call;
    }

    Either<BridgeError, Boolean> has(AudienceRef list, PersonFacts person) {
        return connectors
                .ability(list.connection(), MemberReader.class)
                .flatMap(reader -> reader.members(list, dataSource, call))
                .flatMap(feed -> feed instanceof MemberFeed.Ready ready
                        ? met(ready.members(), person)
                        : Either.left(BridgeError.Conflict.of("List " + list + " cannot be read yet: "
                                + ((MemberFeed.NotYet) feed).waiting().because())));
    }

    private Either<BridgeError, Boolean> met(KeySource members, PersonFacts person) {
        try (members) {
            while (true) {
                Either<BridgeError, Option<TextKeys>> next = call.check().flatMap(open -> members.next());
                if (next.isLeft()) {
                    return Either.left(next.getLeft());
                }
                if (next.get().isEmpty() || isIn(next.get().get(), person)) {
                    return Either.right(next.get().isDefined());
                }
            }
        }
    }

    private static boolean isIn(TextKeys batch, PersonFacts person) {
        for (int row = 0; row < batch.size(); row++) {
            if (person.is(new RecipientId(batch.recipientHigh(row), batch.recipientLow(row)))) {
                return true;
            }
        }
        return false;
    }
}
