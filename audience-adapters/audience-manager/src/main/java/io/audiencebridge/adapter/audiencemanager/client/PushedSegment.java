// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.client;

import java.time.Instant;
import java.util.Optional;

/**
 * A segment of a user in a push.
 *
 * @param segment its number, or the text that the destination's mapping gives it
 * @param current whether the user is in it; not any more, if a rule ceased to hold, time ran out, or a privacy request came
 * @param at since when, if that was told in a known form
 */
public record PushedSegment(String segment, boolean current, Optional<Instant> at) {}
