// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.spi.engine;

import io.audiencebridge.domain.audience.AudienceRef;

/**
 * Which page of the ledger: one audience and one data source.
 *
 * @param audience the audience
 * @param dataSourceId the data source
 */
public record LedgerKey(AudienceRef audience, long dataSourceId) {}
