// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.audiencemanager.profiles;

import java.time.Instant;

/**
 * A trait.
 *
 * @param sid its number
 * @param dataSource the data source that owns it
 * @param type what realizes it
 * @param rule over signals; blank if it has none
 * @param timeToLive in days; 0 is for ever
 * @param created when it was made
 */
public record Trait(long sid, long dataSource, Type type, String rule, long timeToLive, Instant created) {
    /** What realizes a trait. */
    public enum Type {
        /** Data collection, each time anew. */
        RULE_BASED,
        /** Rows of inbound files, once. */
        ONBOARDED,
        /** A model. */
        ALGORITHMIC
    }
}
