// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.ims;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Values by name, as a map, the environment or the properties give them. */
@FunctionalInterface
interface Lookup {
    @Nullable
    String value(String name);

    /** The first of {@code names} that says something. */
    default Optional<String> first(List<String> names) {
        return names.stream()
                .flatMap(name -> Optional.ofNullable(value(name)).stream())
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .findFirst();
    }
}
