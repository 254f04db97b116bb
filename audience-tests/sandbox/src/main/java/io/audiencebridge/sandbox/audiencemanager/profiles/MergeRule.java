// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.audiencemanager.profiles;

import java.util.Set;

/**
 * Which profiles a segment's rule looks at.
 *
 * @param authentication which profiles of people
 * @param dataSources the cross-device sources of those people
 */
public record MergeRule(Authentication authentication, Set<Long> dataSources) {
    /** The sources cannot be changed. */
    public MergeRule {
        dataSources = Set.copyOf(dataSources);
    }

    /** Which profiles of people are looked at beside a device's. Source: audience-manager.md, section 1.7. */
    public enum Authentication {
        /** None: the device's own profile. */
        NO_CROSS_DEVICE,
        /** That of the person who is signed in during the call, without the device's; in real time only. */
        CURRENT_AUTHENTICATED,
        /** That of the person who signed in last, and the device's. */
        LAST_AUTHENTICATED,
        /** People's alone; in batches only. */
        ALL_CROSS_DEVICE
    }

    /** Whether it looks at the people of a data source. */
    boolean reads(long dataSource) {
        return authentication != Authentication.NO_CROSS_DEVICE && dataSources.contains(dataSource);
    }
}
