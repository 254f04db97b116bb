// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experienceplatform.client;

import java.util.Locale;

/** How far a job of the Segmentation Service is. */
public enum SegmentationState {
    /** Not begun. */
    NEW,

    /** Waiting for its turn. */
    QUEUED,

    /** At work. */
    PROCESSING,

    /** Being cancelled. */
    CANCELLING,

    /** Cancelled. */
    CANCELLED,

    /** Ended without its work. */
    FAILED,

    /** Done. */
    SUCCEEDED,

    /** A word that this version does not know. */
    OTHER;

    /** Whether nothing more will happen. */
    public boolean ended() {
        return this == CANCELLED || this == FAILED || this == SUCCEEDED;
    }

    /** The state of a word, in any letter case. */
    public static SegmentationState of(String word) {
        for (SegmentationState state : values()) {
            if (state.name().equals(word.strip().toUpperCase(Locale.ROOT))) {
                return state;
            }
        }
        return OTHER;
    }
}
