// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.spi.connector;

import io.audiencebridge.domain.identity.DataSource;
import io.audiencebridge.domain.system.ConnectionName;

/**
 * An audience to be found or created.
 *
 * @param connection through which connection
 * @param title its title
 * @param dataSource in which data source
 */
public record AudienceOrder(ConnectionName connection, String title, DataSource dataSource) {}
