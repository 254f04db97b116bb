// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.spi.connector;

import io.vavr.collection.Seq;

/**
 * What a finished change wrote.
 *
 * @param rows rows written
 * @param files names of the files written; empty for a writer without files
 */
public record WriteSummary(long rows, Seq<String> files) {}
