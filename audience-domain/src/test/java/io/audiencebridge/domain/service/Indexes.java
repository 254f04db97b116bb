// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.service;

import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.member.KeySource;
import io.audiencebridge.domain.spi.engine.IndexPage;
import io.audiencebridge.domain.spi.engine.IndexStamp;
import io.audiencebridge.domain.spi.engine.IndexState;
import io.audiencebridge.domain.spi.engine.RecipientIndexes;
import io.audiencebridge.domain.system.ConnectionName;
import io.vavr.control.Either;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Holds one row whatever it was given. */
final class Indexes implements RecipientIndexes {
    final List<IndexPage> pages = new ArrayList<>();
    final List<Instant> expired = new ArrayList<>();
    final List<String> done = new ArrayList<>();
    IndexState state = new IndexState.Nothing();

    @Override
    public Either<BridgeError, IndexState> look(IndexPage page) {
        pages.add(page);
        return Either.right(state);
    }

    @Override
    public Either<BridgeError, IndexState.Kept> rebuild(IndexPage page, IndexStamp stamp, KeySource rows, Call call) {
        return kept("rebuild", stamp, rows);
    }

    @Override
    public Either<BridgeError, IndexState.Kept> refresh(
            IndexPage page, IndexStamp stamp, KeySource changed, Call call) {
        return kept("refresh", stamp, changed);
    }

    private Either<BridgeError, IndexState.Kept> kept(String how, IndexStamp stamp, KeySource rows) {
        int count = 0;
        int bytes = 0;
        for (var next = rows.next().get(); next.isDefined(); next = rows.next().get()) {
            count += next.get().size();
            bytes += next.get().end(next.get().size() - 1);
        }
        done.add(how + " " + stamp.watermark() + " of " + count + " rows, " + bytes + " bytes");
        return Either.right(new IndexState.Kept(stamp.watermark(), stamp.at(), stamp.at(), count));
    }

    @Override
    public Either<BridgeError, KeySource> read(IndexPage page, Call call) {
        return Either.right(Rows.source(Rows.batch("9:everybody")));
    }

    @Override
    public Either<BridgeError, Integer> purge(ConnectionName connection) {
        return Either.right(3);
    }

    @Override
    public Either<BridgeError, Integer> expire(Instant then) {
        expired.add(then);
        return Either.right(0);
    }
}
