// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.spi.connector;

import io.audiencebridge.domain.sharing.Preview;
import io.vavr.collection.Seq;

/**
 * What a finished change would have written.
 *
 * @param rows how many rows
 * @param files the files that would be there; empty for a writer without files
 * @param writes how many calls that write it would have taken, none of which may be refused and repeated
 */
public record RehearsedWrite(long rows, Seq<Preview.PlannedFile> files, long writes) {}
