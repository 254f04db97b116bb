// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experienceplatform.client;

import io.audiencebridge.domain.error.BridgeError;
import io.vavr.collection.Seq;
import io.vavr.control.Either;
import io.vavr.control.Option;

/**
 * The rows of an export, file by file and batch by batch. One reader; blocks. What was read counts only once the end was reached: until then a file may
 * turn out to be damaged.
 */
public interface ExportRows extends AutoCloseable {
    /** The next batch, or none at the end. Left: a file is gone, damaged, or lacks the key's column; after that nothing more is asked. A row that cannot be read is no error. */
    Either<BridgeError, Option<MembershipBatch>> next();

    /** The rows rejected so far. */
    RejectedRows rejected();

    /** What the caller should know of the files read so far, a sentence each. */
    Seq<String> notices();

    /** Gives back what the reader holds; may be called at any time and again. */
    @Override
    void close();
}
