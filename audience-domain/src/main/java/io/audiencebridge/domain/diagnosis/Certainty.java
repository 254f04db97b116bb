// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.diagnosis;

/** How sure a finding is. */
public enum Certainty {
    /** The system itself says so. */
    SEEN,
    /** What was seen has no other explanation that is as good. */
    LIKELY,
    /** What was seen would fit; so would something else. */
    POSSIBLE
}
