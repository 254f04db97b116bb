// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.audience;

/** Where a shared audience was made. Source: Experience Cloud, "Audiences"; experience-cloud.md, section 3.1. */
public enum AudienceOrigin {
    /** Published by Analytics: at most 20 million people, evaluated every four hours. */
    ANALYTICS,
    /** Made in the audience library: by rules in real time, or composed of other audiences. */
    LIBRARY,
    /** A segment of Audience Manager's own. */
    AUDIENCE_MANAGER,
    /** Exported by Campaign as a shared audience, or by this bridge. */
    CAMPAIGN,
    /** Shared by Experience Platform. */
    PLATFORM
}
