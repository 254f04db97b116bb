// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.springbootstarter;

import io.audiencebridge.sdk.AudienceBridgeBuilder;

/**
 * Says more about the auto-configured bridge than properties can. Every bean of this type is asked once, in the order of the beans, after the properties were applied: what it sets
 * stands in their place; a connection or a file exchange under a name that is taken is refused.
 */
@FunctionalInterface
public interface AudienceBridgeBuilderCustomizer {
    /** Says it to {@code builder}, on the thread that makes the bridge. */
    void customize(AudienceBridgeBuilder builder);
}
