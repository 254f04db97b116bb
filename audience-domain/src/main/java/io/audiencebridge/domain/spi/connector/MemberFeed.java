// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.spi.connector;

import io.audiencebridge.domain.member.KeySource;
import io.audiencebridge.domain.sharing.Waiting;

/** The members of an audience, or the reason why they cannot be read yet. */
public sealed interface MemberFeed {
    /**
     * All current members.
     *
     * @param members the reader closes it
     */
    record Ready(KeySource members) implements MemberFeed {}

    /**
     * Nothing complete has arrived.
     *
     * @param waiting until when to wait, and why
     */
    record NotYet(Waiting waiting) implements MemberFeed {}
}
