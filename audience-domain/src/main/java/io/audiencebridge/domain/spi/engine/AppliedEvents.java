// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.spi.engine;

import io.audiencebridge.domain.member.EventState;
import io.vavr.collection.Set;

/**
 * The exports of an audience that were applied, and what they led to.
 *
 * @param exports their identities
 * @param state who is in the audience after them
 */
public record AppliedEvents(Set<String> exports, EventState state) {
    /** Whether a full export is among them; without one it is not known who is in the audience. */
    public boolean hasFull() {
        return state.fullTime() != EventState.NO_FULL;
    }
}
