// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.sharing;

import java.time.Instant;

/**
 * What a run waits for.
 *
 * @param until when to look again, at the earliest
 * @param because what it waits for, in one sentence
 */
public record Waiting(Instant until, String because) {}
