// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experienceplatform.files;

import io.audiencebridge.adapter.experienceplatform.client.ExportDestination;
import io.audiencebridge.adapter.experienceplatform.client.ExportKind;

/**
 * How one file is to be read.
 *
 * @param destination who wrote it
 * @param audience whose members it holds
 * @param kind what its export holds
 * @param file its name
 */
record PartOrder(ExportDestination destination, String audience, ExportKind kind, String file) {}
