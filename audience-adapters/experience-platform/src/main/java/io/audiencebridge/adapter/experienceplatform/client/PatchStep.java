// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experienceplatform.client;

import java.util.Optional;

/**
 * One step of a JSON Patch, for what no other method offers. Source: RFC 6902.
 *
 * @param op {@code add}, {@code replace}, {@code remove} ...
 * @param path which member, as a JSON pointer: {@code /description}
 * @param json the value as JSON text; empty for {@code remove}
 */
public record PatchStep(String op, String path, Optional<String> json) {
    /** Sets a member. */
    public static PatchStep replace(String path, String json) {
        return new PatchStep("replace", path, Optional.of(json));
    }

    /** Adds a member, or an element to a list where the path ends with {@code /-}. */
    public static PatchStep add(String path, String json) {
        return new PatchStep("add", path, Optional.of(json));
    }

    /** Takes a member away. */
    public static PatchStep remove(String path) {
        return new PatchStep("remove", path, Optional.empty());
    }
}
