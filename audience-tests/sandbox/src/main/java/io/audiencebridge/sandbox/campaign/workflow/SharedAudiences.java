// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.campaign.workflow;

/** Where an exported audience lives. */
@FunctionalInterface
public interface SharedAudiences {
    /**
     * The trait that rows of an exported audience name; made, with a segment over it, if there is none of that name yet.
     *
     * @param audience the audience's name
     * @param dataSource the data source that owns it
     * @return the trait's number; 0 if there is no such data source
     */
    long trait(String audience, long dataSource);
}
