// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign;

import io.audiencebridge.adapter.campaign.client.Condition;
import io.audiencebridge.adapter.campaign.client.Literal;
import io.audiencebridge.adapter.campaign.client.XPath;
import io.audiencebridge.adapter.campaign.soap.Keyset;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.member.IdSet;
import io.audiencebridge.domain.member.KeySource;
import io.audiencebridge.domain.member.TextKeys;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The keys of recipients who are known by their ids, some hundred at a time. Those who do not exist are passed over. One reader. */
final class ChosenPersons implements KeySource {
    /** Ids in one condition. UNVERIFIED: what an IN takes. */
    private static final int AT_A_TIME = 500;

    private final IdSet recipients;
    private final Function<Condition, Either<BridgeError, KeySource>> reader;
    private @Nullable KeySource open;
    private int next;

    ChosenPersons(IdSet recipients, Function<Condition, Either<BridgeError, KeySource>> reader) {
        this.recipients = recipients;
        this.reader = reader;
    }

    @Override
    public Either<BridgeError, Option<TextKeys>> next() {
        while (open != null || next < recipients.size()) {
            Either<BridgeError, Option<TextKeys>> batch = current().flatMap(KeySource::next);
            if (batch.isLeft() || batch.get().isDefined()) {
                return batch;
            }
            leave();
        }
        return Either.right(Option.none());
    }

    @Override
    public void close() {
        next = recipients.size();
        leave();
    }

    private Either<BridgeError, KeySource> current() {
        KeySource reading = open;
        return reading != null
                ? Either.right(reading)
                : reader.apply(Condition.in(XPath.of("@id"), ids())).peek(opened -> open = opened);
    }

    private List<Literal> ids() {
        List<Literal> ids = new ArrayList<>(AT_A_TIME);
        for (int end = Math.min(recipients.size(), next + AT_A_TIME); next < end; next++) {
            ids.add(Keyset.literal(recipients.high(next), recipients.low(next)));
        }
        return ids;
    }

    private void leave() {
        KeySource reading = open;
        open = null;
        if (reading != null) {
            reading.close();
        }
    }
}
