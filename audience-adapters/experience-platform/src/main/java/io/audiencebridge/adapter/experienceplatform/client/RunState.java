// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experienceplatform.client;

/** How far a run of a flow is. Platform writes the words in various letter cases. */
public enum RunState {
    /** Not begun. */
    WAITING,

    /** At work. */
    PROCESSING,

    /** Done. */
    SUCCESS,

    /** Ended without its work; {@link FlowRun#errors()} say why. */
    FAILED,

    /** A word that this version does not know. */
    OTHER;

    /** Whether nothing more will happen. */
    public boolean ended() {
        return this == SUCCESS || this == FAILED;
    }
}
