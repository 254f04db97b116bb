// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.usecase;

import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.vavr.collection.Seq;
import io.vavr.control.Either;

/**
 * Goes on with every run that waits and whose time has come, and with every run that a process left in the middle, one after the other. What somebody else works on is passed
 * over. Blocks; safe for use by several threads and processes: each run is resumed by one of them.
 */
@FunctionalInterface
public interface ResumeDueRuns {
    /**
     * Goes on. Right: what became of each due run, oldest first; one that fails does not stop the others, and when the call is over the rest keeps
     * waiting, unlisted. Left: the journal cannot be read.
     */
    Either<BridgeError, Seq<ResumedRun>> resumeDue(Call call);
}
