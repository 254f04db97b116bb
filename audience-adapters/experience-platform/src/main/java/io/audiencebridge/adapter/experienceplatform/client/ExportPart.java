// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experienceplatform.client;

import io.audiencebridge.domain.spi.engine.StoredFile;

/**
 * A file of an export.
 *
 * @param number from 1 on
 * @param file in the exchange, its name with its folders
 */
public record ExportPart(int number, StoredFile file) {}
