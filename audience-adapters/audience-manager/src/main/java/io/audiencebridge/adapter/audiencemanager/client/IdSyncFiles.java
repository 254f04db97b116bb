// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.client;

import io.audiencebridge.domain.error.BridgeError;
import io.vavr.control.Either;

/**
 * Id-sync files: which ids of several data sources are one person's or one device's, in bulk. Always gzip; whether such a file may be encrypted is not
 * documented, so it never is. Blocks; safe for use by several threads, each with its own file. Source: Audience Manager, "ID sync for inbound data files".
 */
public interface IdSyncFiles {
    /**
     * Opens a file; the options' time covers all of its writing.
     *
     * <p>Left: {@code InvalidRequest} with every mistake in the order. That the master is no device id is no mistake: documents forbid it and show it, so the
     * report carries a notice.
     */
    Either<BridgeError, IdSyncFile> open(IdSyncOrder order, CallOptions options);
}
