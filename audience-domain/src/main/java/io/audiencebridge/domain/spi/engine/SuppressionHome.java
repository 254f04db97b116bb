// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.spi.engine;

/** A home that also remembers who opted out. */
public interface SuppressionHome extends Home {
    /** Who opted out. */
    Suppressions suppressions();
}
