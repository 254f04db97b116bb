// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.spi.connector;

import io.audiencebridge.domain.sharing.Waiting;

/** A sample of an audience's members, or the reason why there is none yet. */
public sealed interface MemberSample {
    /**
     * The sample.
     *
     * @param rows the reader closes it
     */
    record Ready(SampledKeys rows) implements MemberSample {}

    /**
     * Nothing complete has arrived.
     *
     * @param waiting until when to wait, and why
     */
    record NotYet(Waiting waiting) implements MemberSample {}
}
