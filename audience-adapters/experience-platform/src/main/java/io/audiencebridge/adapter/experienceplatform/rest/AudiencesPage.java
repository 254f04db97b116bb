// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experienceplatform.rest;

import io.audiencebridge.adapter.experienceplatform.client.PlatformAudience;
import io.vavr.collection.Seq;
import java.util.Optional;

/**
 * A page of audiences.
 *
 * @param audiences in the order of the answer
 * @param next where the next page begins; empty at the end
 */
public record AudiencesPage(Seq<PlatformAudience> audiences, Optional<String> next) {}
