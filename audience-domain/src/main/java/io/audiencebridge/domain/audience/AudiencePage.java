// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.audience;

import io.vavr.collection.Seq;
import java.util.Optional;

/**
 * A page of audiences.
 *
 * @param audiences in order, newest first
 * @param next where the next page begins; empty at the end
 */
public record AudiencePage(Seq<Audience> audiences, Optional<String> next) {}
