// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.audiencemanager.profiles;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A data source of the company.
 *
 * @param id its number
 * @param ids the form of its ids in inbound files
 * @param crossDevice whether its ids are of people, with profiles of their own
 * @param retention how long a cross-device id is kept without activity
 * @param sampledSince since when samples of errors are kept; empty if they are not
 */
public record DataSource(
        long id, IdKind ids, boolean crossDevice, Duration retention, Optional<Instant> sampledSince) {}
