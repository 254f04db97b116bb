// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign.files;

import io.audiencebridge.domain.spi.engine.Codec;
import io.audiencebridge.domain.spi.engine.FileExchange;

/**
 * Where bulk files travel, and how they are packed.
 *
 * @param exchange where the files are
 * @param codec how they are compressed
 */
public record BulkFiles(FileExchange exchange, Codec codec) {}
