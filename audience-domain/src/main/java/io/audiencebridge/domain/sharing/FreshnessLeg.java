// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.sharing;

/**
 * One leg of the way from where a member is known to where it can be seen, with the time that documents give it. Where they give a range and no usual time, the expected
 * time is its middle: a policy of ours. Source: experience-cloud.md, section 6.1.
 */
public enum FreshnessLeg {
    /** What Analytics publishes, until Audience Manager has it. */
    ANALYTICS_TO_AUDIENCE_MANAGER(12, 18, 24),
    /** What Audience Manager has, until Campaign's own workflow has imported it. */
    AUDIENCE_MANAGER_TO_CAMPAIGN(24, 30, 36),
    /** What Campaign's own workflow exported, until Audience Manager shows it. */
    CAMPAIGN_TO_AUDIENCE_MANAGER(24, 30, 36),
    /** A file that this SDK wrote, until its members can be used. */
    FILE_TO_AUDIENCE_MANAGER(0, 24, 48),
    /** A published segment, until its population is whole. */
    POPULATION(24, 36, 48),
    /** An audience, until the library displays it. */
    LIBRARY_DISPLAY(0, 4, 8),
    /** A published segment, until Target, Advertising Cloud or Campaign Standard have it. */
    AUDIENCE_TO_SOLUTIONS(4, 6, 8),
    /** An audience that Platform shares, until Audience Manager has all of it. */
    PLATFORM_TO_AUDIENCE_MANAGER(4, 24, 48),
    /** An audience that Platform evaluates once a day, until its export lies in the storage. */
    PLATFORM_TO_FILE(0, 24, 48);

    private final int earliestHours;
    private final int expectedHours;
    private final int latestHours;

    FreshnessLeg(int earliestHours, int expectedHours, int latestHours) {
        this.earliestHours = earliestHours;
        this.expectedHours = expectedHours;
        this.latestHours = latestHours;
    }

    /** What the documents say. */
    public FreshnessSpan documented() {
        return FreshnessSpan.ofHours(earliestHours, expectedHours, latestHours);
    }
}
