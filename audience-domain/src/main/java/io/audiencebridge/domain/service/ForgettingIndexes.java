// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.service;

import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.member.KeySource;
import io.audiencebridge.domain.member.TextKeys;
import io.audiencebridge.domain.spi.engine.IndexPage;
import io.audiencebridge.domain.spi.engine.IndexStamp;
import io.audiencebridge.domain.spi.engine.IndexState;
import io.audiencebridge.domain.spi.engine.RecipientIndexes;
import io.audiencebridge.domain.system.ConnectionName;
import io.vavr.control.Either;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Copies of recipients' keys over others, which it never changes: changes are laid over a copy in memory, and one that would be built is only read through. Of one run. */
final class ForgettingIndexes implements RecipientIndexes {
    private final RecipientIndexes under;
    private List<TextKeys> changed = List.of();
    private @Nullable KeySource built;

    ForgettingIndexes(RecipientIndexes under) {
        this.under = under;
    }

    @Override
    public Either<BridgeError, IndexState> look(IndexPage page) {
        return under.look(page);
    }

    @Override
    public Either<BridgeError, IndexState.Kept> rebuild(IndexPage page, IndexStamp stamp, KeySource rows, Call call) {
        built = rows;
        return Either.right(new IndexState.Kept(stamp.watermark(), stamp.at(), stamp.at(), 0));
    }

    @Override
    public Either<BridgeError, IndexState.Kept> refresh(IndexPage page, IndexStamp stamp, KeySource rows, Call call) {
        List<TextKeys> read = new ArrayList<>();
        return Sending.drain(rows, call, batch -> {
                    read.add(batch);
                    return Either.right(batch.size());
                })
                .peek(done -> changed = read)
                .map(done -> new IndexState.Kept(stamp.watermark(), stamp.at(), stamp.at(), 0));
    }

    @Override
    public Either<BridgeError, KeySource> read(IndexPage page, Call call) {
        KeySource whole = built;
        return whole != null
                ? Either.right(whole)
                : under.read(page, call).map(rows -> new OverlaidKeys(rows, changed));
    }

    @Override
    public Either<BridgeError, Integer> purge(ConnectionName connection) {
        return Either.right(0);
    }

    @Override
    public Either<BridgeError, Integer> expire(Instant then) {
        return Either.right(0);
    }
}
