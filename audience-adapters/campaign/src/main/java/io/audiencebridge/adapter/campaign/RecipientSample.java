// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign;

import io.audiencebridge.domain.diagnosis.SampleFacts;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.member.KeySource;
import io.audiencebridge.domain.member.TextKeys;
import io.audiencebridge.domain.spi.connector.SampledKeys;
import io.vavr.collection.Seq;
import io.vavr.control.Either;
import io.vavr.control.Option;
import org.jspecify.annotations.Nullable;

/** The recipients of some windows, one window after the other. One reader. */
final class RecipientSample implements SampledKeys {
    private final int windows;
    private final long total;
    private final long most;
    private Seq<Window> left;
    private @Nullable KeySource open;
    private long rows;

    /**
     * The recipients of {@code windows}.
     *
     * @param total recipients in all
     * @param most rows that may be read, but for what the last batch holds besides; {@code total} when there is one window that holds everybody
     */
    RecipientSample(Seq<Window> windows, long total, long most) {
        this.windows = windows.size();
        this.left = windows;
        this.total = total;
        this.most = most;
    }

    @Override
    public Either<BridgeError, Option<TextKeys>> next() {
        while (isWhole() || rows < most) {
            KeySource now = open;
            if (now == null) {
                if (left.isEmpty()) {
                    break;
                }
                Either<BridgeError, KeySource> opened = left.head().open();
                if (opened.isLeft()) {
                    return Either.left(opened.getLeft());
                }
                now = opened.get();
                open = now;
                left = left.tail();
            }
            Either<BridgeError, Option<TextKeys>> batch = now.next();
            if (batch.isLeft() || batch.get().isDefined()) {
                return batch.peek(read -> rows += read.map(TextKeys::size).getOrElse(0));
            }
            close();
        }
        return Either.right(Option.none());
    }

    @Override
    public SampleFacts facts() {
        return SampleFacts.builder()
                .total(total)
                .whole(isWhole())
                .blocks(!isWhole())
                .how(
                        isWhole()
                                ? "from Campaign, page by page"
                                : "from " + windows + " windows of primary keys, spread over all of them by the seed")
                .build();
    }

    @Override
    public void close() {
        KeySource now = open;
        open = null;
        if (now != null) {
            now.close();
        }
    }

    private boolean isWhole() {
        return most == total;
    }

    /** Opens the rows of a window. */
    @FunctionalInterface
    interface Window {
        Either<BridgeError, KeySource> open();
    }
}
