// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.reconcile;

import io.audiencebridge.domain.member.TextKeys;

/** Takes batches, one at a time, on one thread at a time. */
interface BatchWorker {
    /** Takes a batch; nothing of it may be read later. */
    void take(TextKeys batch);

    /** There are no more batches; what was put off is done now. */
    default void end() {}
}
