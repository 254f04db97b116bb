// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.client;

/** What an application does with pushes of Audience Manager. Called by several threads at once. */
@FunctionalInterface
public interface PushHandler {
    /**
     * Takes a message whose signature held. Runs on the receiver's executor; the push is answered with 200 when this returns in time.
     *
     * <p>To be quick: write the message to a queue or a table and return. Who is late is interrupted and the push is answered with 503; whoever throws makes it 500. In
     * both cases Audience Manager sends the same message once more and no third time, so that a message comes twice now and then ({@link PushMessage#fingerprint()} tells)
     * and messages may overtake each other ({@link PushMessage#processed()} tells).
     *
     * @throws Exception when the message could not be kept
     */
    void take(PushMessage message) throws Exception;

    /** Hears of a push that was not taken, with the answer that is about to be given; does nothing by default. To be quick, and to throw nothing. */
    default void refused(PushAnswer answer) {}
}
