// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.spi.connector;

import io.audiencebridge.domain.identity.DataSource;
import java.time.Instant;

/**
 * Which ids are to be mapped to each other.
 *
 * @param visitors the data source of the visitor ids
 * @param declared the data source of the declared ids
 * @param stamp the stamp that the files carry, in whole seconds
 */
public record IdSyncWrite(DataSource visitors, DataSource declared, Instant stamp) {}
