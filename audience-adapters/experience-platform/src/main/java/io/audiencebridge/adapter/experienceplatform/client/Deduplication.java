// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experienceplatform.client;

import java.util.List;

/**
 * What makes two rows of an export the same person: of those the one that qualified last stays, and of equals the first in the order of its other columns. Source: Experience
 * Platform, "Activate audiences to batch profile export destinations".
 */
public sealed interface Deduplication {
    /**
     * An identity; a profile with several of them has a row for each.
     *
     * @param namespace the code of the namespace, such as {@code Email}
     */
    record Identity(String namespace) implements Deduplication {}

    /**
     * One attribute, or two together.
     *
     * @param paths their paths in the profile's schema
     */
    record Attributes(List<String> paths) implements Deduplication {
        /** Copies the paths. */
        public Attributes {
            paths = List.copyOf(paths);
        }
    }
}
