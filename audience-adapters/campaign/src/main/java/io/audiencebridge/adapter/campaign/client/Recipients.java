// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign.client;

import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.identity.RecipientId;
import io.audiencebridge.domain.member.IdSet;
import io.audiencebridge.domain.member.IdSetBuilder;
import io.audiencebridge.domain.member.KeySource;
import io.audiencebridge.domain.member.TextKeys;
import io.audiencebridge.domain.member.TextKeysBuilder;
import io.vavr.control.Either;
import io.vavr.control.Option;

/** Recipients as the rows that a change of a list takes; without keys. */
public final class Recipients implements KeySource {
    private static final byte NOTHING = 0;
    private final IdSet ids;
    private int next;

    private Recipients(IdSet ids) {
        this.ids = ids;
    }

    /** Those with these numbers. */
    public static KeySource of(long... numbers) {
        IdSetBuilder ids = new IdSetBuilder();
        for (long number : numbers) {
            RecipientId id = RecipientId.of(number);
            ids.add(id.high(), id.low());
        }
        return of(ids.build());
    }

    /** Those with these ids. */
    public static KeySource of(Iterable<RecipientId> recipients) {
        IdSetBuilder ids = new IdSetBuilder();
        recipients.forEach(id -> ids.add(id.high(), id.low()));
        return of(ids.build());
    }

    /** All of a set. */
    public static KeySource of(IdSet ids) {
        return new Recipients(ids);
    }

    @Override
    public Either<BridgeError, Option<TextKeys>> next() {
        TextKeysBuilder rows = new TextKeysBuilder();
        while (next < ids.size() && !rows.isFull()) {
            rows.recipient(ids.high(next), ids.low(next)).keyless(NOTHING);
            next++;
        }
        return Either.right(rows.size() == 0 ? Option.none() : Option.of(rows.build()));
    }

    @Override
    public void close() {
        next = ids.size();
    }
}
