// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign.lists;

import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.member.IdSet;
import io.audiencebridge.domain.member.IdSetBuilder;
import io.audiencebridge.domain.member.KeySource;
import io.audiencebridge.domain.member.TextKeys;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.util.function.Function;

/** The loop over a source's batches. */
public final class Batches {
    private Batches() {}

    /** Has every batch of {@code source} worked on and closes it. Right: the rows seen. */
    static Either<BridgeError, Long> each(
            KeySource source, String step, Call call, Function<TextKeys, Either<BridgeError, Integer>> work) {
        long seen = 0;
        try (source) {
            while (true) {
                Either<BridgeError, Option<TextKeys>> next = call.check().flatMap(open -> source.next());
                if (next.isLeft()) {
                    return Either.left(next.getLeft());
                }
                if (next.get().isEmpty()) {
                    return Either.right(seen);
                }
                Either<BridgeError, Integer> done = work.apply(next.get().get());
                if (done.isLeft()) {
                    return Either.left(done.getLeft());
                }
                seen += next.get().get().size();
                call.progress().moved(step, seen, -1);
            }
        }
    }

    /** The recipients of all rows of {@code source}, which is closed. Left: also {@code InvalidRequest} for a row that names nobody. */
    public static Either<BridgeError, IdSet> recipients(KeySource source, String step, Call call) {
        IdSetBuilder found = new IdSetBuilder();
        return each(source, step, call, batch -> {
                    for (int row = 0; row < batch.size(); row++) {
                        long high = batch.recipientHigh(row);
                        long low = batch.recipientLow(row);
                        if (high == 0 && low == 0) {
                            return Either.left(BridgeError.InvalidRequest.of(
                                    "members", "A list takes recipients, and a row names none; match the keys first"));
                        }
                        found.add(high, low);
                    }
                    return Either.right(batch.size());
                })
                .map(read -> found.build());
    }

    /** As {@link #recipients}, of rows that may name nobody, who are passed over. */
    public static Either<BridgeError, IdSet> ids(KeySource source, String step, Call call) {
        IdSetBuilder found = new IdSetBuilder();
        return each(source, step, call, batch -> {
                    for (int row = 0; row < batch.size(); row++) {
                        if (batch.recipientHigh(row) != 0 || batch.recipientLow(row) != 0) {
                            found.add(batch.recipientHigh(row), batch.recipientLow(row));
                        }
                    }
                    return Either.right(batch.size());
                })
                .map(read -> found.build());
    }
}
