// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.experienceplatform.exports;

import java.util.List;

/**
 * What may stand in one row only: an identity of a namespace, or one or two attributes; nothing of it for no rule. Source:
 * experience-cloud.md, section 4.6.
 */
record Uniqueness(String namespace, List<String> attributes) {
    static final Uniqueness NONE = new Uniqueness("", List.of());

    boolean byIdentity() {
        return !namespace.isEmpty();
    }

    boolean none() {
        return namespace.isEmpty() && attributes.isEmpty();
    }
}
