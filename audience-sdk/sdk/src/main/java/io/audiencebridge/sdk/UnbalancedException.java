// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sdk;

import io.audiencebridge.domain.error.BridgeError;

/** Thrown when the counts of a run do not add up. */
public final class UnbalancedException extends AudienceBridgeException {
    private static final long serialVersionUID = 1;

    /** An exception that carries {@code error}. */
    public UnbalancedException(BridgeError.Unbalanced error) {
        super(error);
    }

    @Override
    public BridgeError.Unbalanced error() {
        return (BridgeError.Unbalanced) super.error();
    }
}
