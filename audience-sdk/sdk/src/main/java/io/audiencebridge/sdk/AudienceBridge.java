// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sdk;

import io.audiencebridge.domain.audience.AudiencePage;
import io.audiencebridge.domain.audience.AudienceQuery;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.sharing.ImportRequest;
import io.audiencebridge.domain.sharing.Receipt;
import io.audiencebridge.domain.sharing.RunId;
import io.audiencebridge.domain.sharing.ShareRequest;
import io.vavr.control.Either;

/**
 * Shares audiences between systems. The throwing door: each method does what its twin of {@link #attempts()} does, and throws the error as an
 * {@link AudienceBridgeException}.
 *
 * <p>Every method works on the caller's thread until it is done or the run must wait for a system. Safe for use by several threads; close it at the end.
 */
public final class AudienceBridge implements AutoCloseable {
    private final Attempts attempts;
    private final Runnable closing;

    AudienceBridge(Attempts attempts, Runnable closing) {
        this.attempts = attempts;
        this.closing = closing;
    }

    /** A new builder. */
    public static AudienceBridgeBuilder builder() {
        return new AudienceBridgeBuilder();
    }

    /** The door that answers with values instead of throwing. */
    public Attempts attempts() {
        return attempts;
    }

    /** A page of the audiences that a connection offers, newest first. */
    public AudiencePage browse(AudienceQuery query) {
        return orThrow(attempts.browse(query));
    }

    /** Exports a recipient list as a shared audience; the receipt says delivered or waiting. */
    public Receipt share(ShareRequest request) {
        return orThrow(attempts.share(request));
    }

    /** Imports a shared audience into a recipient list, whose content is replaced; the receipt says delivered or waiting. */
    public Receipt importAudience(ImportRequest request) {
        return orThrow(attempts.importAudience(request));
    }

    /** Goes on with a run that waits, failed or was cancelled, in whatever process it began. */
    public Receipt resume(RunId run) {
        return orThrow(attempts.resume(run));
    }

    /** Closes every connection. Calls at work end with an error; their runs can be resumed. */
    @Override
    public void close() {
        closing.run();
    }

    private static <T> T orThrow(Either<BridgeError, T> outcome) {
        if (outcome.isLeft()) {
            throw outcome.getLeft().match(new ErrorTranslator());
        }
        return outcome.get();
    }
}
