// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.spi.connector;

import io.audiencebridge.domain.member.KeySource;
import io.audiencebridge.domain.sharing.Waiting;
import io.vavr.collection.Seq;

/** One delivery of an audience's members, or why there is none. */
public sealed interface MemberDelivery {
    /**
     * All members; who is not among them left.
     *
     * @param position stands for this delivery; text that only the connector understands
     * @param members keys in wire form; the reader closes it
     */
    record Full(String position, KeySource members) implements MemberDelivery {}

    /**
     * What changed; who is not named stays as before.
     *
     * @param position stands for this delivery; text that only the connector understands
     * @param members keys in wire form, those of leavers marked {@link io.audiencebridge.domain.member.TextKeys#LEAVING}; the reader closes it
     * @param notices what the caller should know, such as a day without a delivery, a sentence each
     */
    record Change(String position, KeySource members, Seq<String> notices) implements MemberDelivery {}

    /** Nothing came after the membership's position: it is what the system last delivered. */
    record UpToDate() implements MemberDelivery {}

    /**
     * A delivery has begun to arrive and is not complete (SEMANTICS S7), or none arrived yet and there is no membership.
     *
     * @param waiting until when to wait, and why
     */
    record NotYet(Waiting waiting) implements MemberDelivery {}
}
