// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.client;

import io.vavr.collection.Seq;

/**
 * What became of everything that a bulk call was given, each once and in its order. A call that ended early is gone on with by the same call for
 * {@link #unfinished()}, or simply for all of them: what is done is not done twice.
 *
 * @param items one for each thing
 * @param <T> what was done
 */
public record BulkReport<T>(Seq<BulkItem<T>> items) {
    /** Whether nothing is left to do. */
    public boolean complete() {
        return unfinished().isEmpty();
    }

    /** The numbers of those that were not done. */
    public Seq<Long> unfinished() {
        return items.filter(item -> item.outcome().isLeft()).map(BulkItem::id);
    }
}
