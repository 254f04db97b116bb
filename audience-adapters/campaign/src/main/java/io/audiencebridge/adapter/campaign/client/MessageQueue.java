// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign.client;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How full the queue of transactional messages is. Source: {@code /nl/jsp/mcPing.jsp}.
 *
 * @param accepting whether it takes events
 * @param pending events in it, if told
 * @param capacity events that it takes at most, if told
 * @param time the server's time, if told
 */
public record MessageQueue(boolean accepting, OptionalInt pending, OptionalInt capacity, Optional<Instant> time) {}
