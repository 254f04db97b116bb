// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign.soap;

import io.audiencebridge.domain.error.BridgeError;
import javax.xml.stream.XMLStreamException;

/**
 * Why there is no answer, or not all of it.
 *
 * @param error what to tell
 * @param again whether the answer was cut on its way, so that the same request again may bring it whole
 */
record Cut(BridgeError error, boolean again) {
    static Cut forGood(BridgeError error) {
        return new Cut(error, false);
    }

    /** What the end of the reading of {@code reply} means. */
    static Cut of(Reply reply, XMLStreamException broken) {
        BridgeError error = reply.error(broken);
        boolean over = error instanceof BridgeError.Cancelled || error instanceof BridgeError.DeadlineExceeded;
        return new Cut(error, reply.isCut(broken) && !over);
    }
}
