// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experienceplatform.client;

import java.util.Optional;

/**
 * An audience as file names know it.
 *
 * @param id the audience's id in Platform
 * @param name its name there, which only templates with {@code %SEGMENT_NAME%} need
 */
public record ExportAudience(String id, Optional<String> name) {
    /** An audience whose name no template needs. */
    public static ExportAudience of(String id) {
        return new ExportAudience(id, Optional.empty());
    }
}
