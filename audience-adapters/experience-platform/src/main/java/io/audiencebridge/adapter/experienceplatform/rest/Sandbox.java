// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experienceplatform.rest;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A part of Platform that knows nothing of the others.
 *
 * @param name its name, sent with every call: UNVERIFIED whether every service falls back to {@code prod} without it
 * @param id its id, sent beside the name where it is known
 */
public record Sandbox(String name, Optional<String> id) {
    Map<String, String> headers() {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("x-sandbox-name", name);
        id.ifPresent(known -> headers.put("x-sandbox-id", known));
        return headers;
    }
}
