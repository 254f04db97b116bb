// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.architecturetests.violators.thread.domain.service;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** A deliberate violator. */
public final class BorrowsTheCommonPool {
    CompletionStage<Void> start(Runnable work) {
        return CompletableFuture.runAsync(work);
    }
}
