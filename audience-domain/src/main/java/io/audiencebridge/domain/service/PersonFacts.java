// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.service;

import io.audiencebridge.domain.identity.RecipientId;
import io.audiencebridge.domain.member.IdSet;
import io.audiencebridge.domain.sharing.RecipientRef;
import io.vavr.collection.Set;

/**
 * What is known of the person of an explanation.
 *
 * @param recipients who it is in the system of recipients; several when they share a key, none when nobody was found
 * @param fingerprints of the valid keys, in wire form
 * @param invalid keys that are there and not valid
 * @param optedOut whether the system flags a recipient as opted out, or the bridge remembers it
 * @param isLookedUp whether the system of recipients was asked and answered
 */
record PersonFacts(
        Set<RecipientRef> recipients, IdSet fingerprints, long invalid, boolean optedOut, boolean isLookedUp) {
    boolean has(IdSet kept) {
        for (int i = 0; i < fingerprints.size(); i++) {
            if (kept.contains(fingerprints.high(i), fingerprints.low(i))) {
                return true;
            }
        }
        return false;
    }

    boolean is(RecipientId recipient) {
        return recipients.exists(known -> known.recipient().equals(recipient));
    }
}
