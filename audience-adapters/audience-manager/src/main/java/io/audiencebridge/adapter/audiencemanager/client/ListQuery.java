// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.client;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.immutables.value.Value;

/** What of a list is wanted, as every list knows it. Source: Audience Manager, "Getting started with REST APIs", optional parameters. */
public interface ListQuery {
    /** Text that stands in any value of a thing, in any letter case. */
    Optional<String> search();

    /** The member of the API's JSON to sort by; the number by default, so that what is created meanwhile comes at the end. */
    Optional<String> sortBy();

    /** Whether the greatest comes first; false by default. */
    @Value.Default
    default boolean descending() {
        return false;
    }

    /** Only what may be used so: {@code READ}, {@code WRITE}, {@code CREATE} or {@code DELETE}. */
    List<String> permissions();

    /** Things a call; the connection's page size by default. */
    OptionalInt pageSize();
}
