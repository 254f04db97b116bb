// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experienceplatform.client;

import java.util.Optional;

/**
 * A field of an external audience.
 *
 * @param name its name, without blanks and hyphens
 * @param type {@code string}, {@code number}, {@code long}, {@code integer}, {@code date}, {@code datetime} or {@code boolean}
 * @param identityNamespace the kind of identity that it holds; of one field only
 */
public record ExternalField(String name, String type, Optional<String> identityNamespace) {}
