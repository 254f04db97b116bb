// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.spi.connector;

import io.audiencebridge.domain.sharing.Waiting;
import io.vavr.collection.Seq;
import java.util.Optional;

/**
 * What has arrived of an audience's exports.
 *
 * @param complete those that can be read, in the order of their times
 * @param arriving when to look again and for what, if an export has begun to arrive and is not complete
 */
public record ArrivedExports(Seq<EventExport> complete, Optional<Waiting> arriving) {}
