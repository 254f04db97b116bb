// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experienceplatform.client;

/**
 * How many profiles an evaluation found.
 *
 * @param existing were members and are
 * @param realized became members
 * @param exited were members and are none
 */
public record SegmentCounts(long existing, long realized, long exited) {
    /** Who is a member now. */
    public long members() {
        return existing + realized;
    }
}
