// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.observation;

/** What handlers of observations are told of a failure: its code and no more, since a message names subjects. */
final class BridgeFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BridgeFailure(String code) {
        super(code, null, false, false);
    }
}
