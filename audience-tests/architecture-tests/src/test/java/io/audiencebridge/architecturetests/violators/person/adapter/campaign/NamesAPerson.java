// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.architecturetests.violators.person.adapter.campaign;

import io.audiencebridge.architecturetests.violators.person.domain.error.BridgeError;
import io.audiencebridge.architecturetests.violators.person.domain.identity.RecipientId;

public final class NamesAPerson {
    BridgeError refused(long recipient) {
        return new BridgeError("Recipient " + RecipientId.text(recipient) + " was refused");
    }
}
