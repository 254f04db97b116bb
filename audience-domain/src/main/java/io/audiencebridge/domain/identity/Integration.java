// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.identity;

/**
 * Through which product of the Experience Cloud a data source is shared. Both exchange the same audiences; they differ in what happens to id synchronisations. Source: Campaign
 * Classic, "Sharing audiences with Adobe Experience Cloud"; experience-cloud.md, section 5.
 */
public enum Integration {
    /** Adobe Audience Manager. */
    AUDIENCE_MANAGER,
    /** The People core service, which shows Experience Cloud audiences. */
    PEOPLE;

    /**
     * What the documents call the exchange in one note: the declared-id data source "can also be used with the Experience Cloud Assets integration". UNVERIFIED: by all other
     * pages it is People that is meant; no API of assets takes an id.
     */
    public static final Integration EXPERIENCE_CLOUD_ASSETS = PEOPLE;
}
