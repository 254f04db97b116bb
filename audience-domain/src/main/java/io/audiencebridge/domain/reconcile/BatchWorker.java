// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.reconcile;

import io.audiencebridge.domain.member.TextKeys;

/** Takes batches, one at a time, on one thread at a time. */
interface BatchWorker {
    void take(TextKeys batch);
}
